# A yield dependency of a WebSocket: torn down when the handler ends, however it ends.
from fastapi import Depends, FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


async def session():
    print("open")
    try:
        yield "s"
    finally:
        print("close")


@app.websocket("/ws")
async def ws(websocket: WebSocket, s: str = Depends(session)):
    await websocket.accept()
    try:
        while True:
            text = await websocket.receive_text()
            if text == "boom":
                raise ValueError("boom")
            await websocket.send_text(f"{s}:{text}")
    except WebSocketDisconnect:
        print("gone")
