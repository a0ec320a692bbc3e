# A handler that only sends learns of the close at its next send: WebSocketDisconnect, code 1006.
import asyncio

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.websocket("/push")
async def push(ws: WebSocket):
    await ws.accept()
    n = 0
    try:
        while True:
            await ws.send_text(f"price {100 + n}")
            n += 1
            await asyncio.sleep(2)
    except WebSocketDisconnect as e:
        print("closed, noticed at send", n, "code", e.code)
