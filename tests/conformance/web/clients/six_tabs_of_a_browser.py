# Event streams in seven tabs of one browser: six hold its connections, the seventh waits until one is closed, and so does a plain
# request. Another browser does not mind. WebSockets are not counted.
import asyncio

from fastapi import FastAPI, WebSocket
from fastapi.responses import StreamingResponse

app = FastAPI()


@app.get("/events/{tab}")
async def events(tab: int):
    async def ticks():
        try:
            for n in range(4):
                yield f"data: {tab} {n}\n\n"
                await asyncio.sleep(1)
        finally:
            print("tab", tab, "is closed")

    return StreamingResponse(ticks(), media_type="text/event-stream")


@app.get("/hello")
async def hello():
    return "hello"


@app.websocket("/ws")
async def socket(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_text(await websocket.receive_text())
    await websocket.close()
