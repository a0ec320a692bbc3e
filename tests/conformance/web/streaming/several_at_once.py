# Server-sent events for several clients at once: each has its own generator; one ends early, one leaves, the server goes on.
import asyncio
import json

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
watching = 0


@app.get("/live/{name}")
async def live(name: str, until: int = 3):
    async def produce():
        global watching
        watching += 1
        try:
            for second in range(until):
                yield f"data: {json.dumps({'name': name, 'second': second, 'watching': watching})}\n\n"
                await asyncio.sleep(1)
            yield "data: end\n\n"
        finally:
            watching -= 1
            print(name, "ended", watching)

    return StreamingResponse(produce(), media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


@app.get("/watching")
async def count():
    return watching
