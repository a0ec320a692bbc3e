# Server-sent events: the time every second, for ever; the generator is cancelled when its client leaves.
import asyncio
from datetime import datetime

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
watching = 0


async def clock():
    global watching
    watching += 1
    try:
        while True:
            yield f"data: {datetime.now().strftime('%H:%M:%S')}\n\n"
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        watching -= 1
        print("watching", watching)


@app.get("/stream-time")
async def stream_time():
    return StreamingResponse(clock(), media_type="text/event-stream")


@app.get("/watching")
async def how_many():
    return {"watching": watching}
