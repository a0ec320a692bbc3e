# Publish and subscribe: every subscriber has a queue; a POST puts into all of them; leaving unsubscribes.
import asyncio
import json

from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel

app = FastAPI()
subscribers: list[asyncio.Queue] = []


class Event(BaseModel):
    kind: str
    value: float


@app.get("/events")
async def events():
    queue: asyncio.Queue = asyncio.Queue()
    subscribers.append(queue)

    async def stream():
        try:
            yield "retry: 1000\n\n"
            while True:
                event = await queue.get()
                if event is None:
                    break
                yield f"event: {event['kind']}\ndata: {json.dumps(event)}\n\n"
        finally:
            subscribers.remove(queue)
            print("subscribers left:", len(subscribers))

    return StreamingResponse(stream(), media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


@app.post("/publish", status_code=202)
async def publish(event: Event):
    for queue in subscribers:
        queue.put_nowait(event.model_dump())
    return {"receivers": len(subscribers)}


@app.post("/close")
async def close():
    for queue in subscribers:
        await queue.put(None)
