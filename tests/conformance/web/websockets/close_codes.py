# Who closes, with which code, and what the other side hears of it.
from fastapi import FastAPI, WebSocket, WebSocketDisconnect, WebSocketException, status

app = FastAPI()


@app.websocket("/server-closes")
async def server_closes(ws: WebSocket):
    await ws.accept()
    await ws.send_text("bye")
    await ws.close(code=4002, reason="enough")


@app.websocket("/client-closes")
async def client_closes(ws: WebSocket):
    await ws.accept()
    try:
        await ws.receive_text()
    except WebSocketDisconnect as e:
        print("client closed with", e.code)


@app.websocket("/raises")
async def raises(ws: WebSocket):
    await ws.accept()
    await ws.send_text("careful")
    raise RuntimeError("oops")


@app.websocket("/exception-after")
async def exception_after(ws: WebSocket):
    await ws.accept()
    raise WebSocketException(code=status.WS_1008_POLICY_VIOLATION, reason="no")


@app.websocket("/exception-before")
async def exception_before(ws: WebSocket):
    raise WebSocketException(code=status.WS_1008_POLICY_VIOLATION)


@app.websocket("/close-before")
async def close_before(ws: WebSocket):
    await ws.close()


@app.websocket("/returns")
async def returns(ws: WebSocket):
    await ws.accept()


@app.websocket("/never-accepts")
async def never_accepts(ws: WebSocket):
    print("not today")


@app.websocket("/raises-before")
async def raises_before(ws: WebSocket):
    raise ValueError("before accept")
