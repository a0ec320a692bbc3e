# The loop is blocked; the clients are not: what they send is on its way meanwhile, what they see they see at its time, and what falls
# due for them at the same time comes in their order.
import asyncio
import time

from fastapi import FastAPI, WebSocket
from fastapi.responses import StreamingResponse

app = FastAPI()
start = time.monotonic()


@app.get("/block")
async def block():
    time.sleep(2)
    return "blocked"


@app.get("/stream")
async def stream():
    async def ticks():
        for n in range(3):
            yield str(n)
            await asyncio.sleep(0.25)

    return StreamingResponse(ticks(), media_type="text/plain")


@app.websocket("/ws")
async def socket(websocket: WebSocket):
    await websocket.accept()
    async for text in websocket.iter_text():
        print(f"{time.monotonic() - start:.2f}", text)
        await websocket.send_text(text)
