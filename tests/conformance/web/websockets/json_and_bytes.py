# receive_json, send_json, bytes both ways, iter_json; wrong kinds of messages.
import json

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.websocket("/json")
async def with_json(ws: WebSocket):
    await ws.accept()
    async for data in ws.iter_json():
        await ws.send_json({"got": data, "list": [1, 2.0, None, True, "ü"]})
    print("iteration over")


@app.websocket("/bytes")
async def with_bytes(ws: WebSocket):
    await ws.accept()
    async for data in ws.iter_bytes():
        await ws.send_bytes(data.upper())


@app.websocket("/strict")
async def strict(ws: WebSocket):
    await ws.accept()
    try:
        await ws.receive_json()
    except json.JSONDecodeError as e:
        print("not JSON:", e)
        await ws.close(code=1003)


@app.websocket("/wants-text")
async def wants_text(ws: WebSocket):
    await ws.accept()
    try:
        await ws.receive_text()
    except KeyError as e:
        print("KeyError", e)
        await ws.close(1003)
