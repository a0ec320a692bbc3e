# With latency, everything is seen later by its way: answers, streams, WebSocket messages, disconnects.
import asyncio

from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse

app = FastAPI()


@app.get("/quick")
async def quick():
    return "quick"


@app.get("/stream")
async def stream():
    async def numbers():
        try:
            for i in range(5):
                yield f"{i} "
                await asyncio.sleep(0.5)
        finally:
            print("generator over at", asyncio.get_running_loop().time())

    return StreamingResponse(numbers(), media_type="text/plain")


@app.websocket("/ws")
async def ws(websocket: WebSocket):
    await websocket.accept()
    try:
        while True:
            print("heard", await websocket.receive_text())
            await websocket.send_text("pong")
    except WebSocketDisconnect as e:
        print("closed", e.code)
