# Server-sent events with a heartbeat: wait_for on a queue; two feeds merged; the end by a sentinel.
import asyncio

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
queue: asyncio.Queue = asyncio.Queue()


async def events():
    beats = 0
    while True:
        try:
            event = await asyncio.wait_for(queue.get(), timeout=1)
        except asyncio.TimeoutError:
            beats += 1
            yield f": heartbeat {beats}\n\n"
            continue
        if event == "end":
            yield "event: end\ndata: bye\n\n"
            return
        yield f"data: {event}\n\n"


@app.get("/events")
async def stream():
    return StreamingResponse(events(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


@app.post("/emit/{event}")
async def emit(event: str):
    queue.put_nowait(event)
    return {"queued": queue.qsize()}
