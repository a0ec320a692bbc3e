# Messages queued before a close are still received; a slow handler is not told of the close before them.
import asyncio

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.websocket("/slow")
async def slow(ws: WebSocket):
    await ws.accept()
    try:
        while True:
            text = await ws.receive_text()
            print("got", text)
            await asyncio.sleep(1)
    except WebSocketDisconnect as e:
        print("then the close", e.code)
