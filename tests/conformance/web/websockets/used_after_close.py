# A socket used after its close, before its accept, and received from after the disconnect: the errors' words.
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


@app.websocket("/after-close")
async def after_close(ws: WebSocket):
    await ws.accept()
    await ws.close()
    try:
        await ws.send_text("late")
    except RuntimeError as e:
        print("send:", e)
    try:
        await ws.close()
    except RuntimeError as e:
        print("close:", e)


@app.websocket("/before-accept")
async def before_accept(ws: WebSocket):
    try:
        await ws.receive_text()
    except RuntimeError as e:
        print("receive:", e)
    await ws.accept()
    await ws.send_text("now")


@app.websocket("/after-disconnect")
async def after_disconnect(ws: WebSocket):
    await ws.accept()
    try:
        while True:
            print(await ws.receive_text())
    except WebSocketDisconnect as e:
        print("disconnect", e.code, repr(e.reason))
    try:
        await ws.receive_text()
    except RuntimeError as e:
        print("receive:", e)
    print(ws.client_state, ws.application_state)
