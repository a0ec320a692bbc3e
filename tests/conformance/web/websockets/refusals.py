# Before accept: a bad parameter, a dependency that refuses, an exception, a return; after it: an exception.
from fastapi import Depends, FastAPI, Query, WebSocket, WebSocketException, status

app = FastAPI()


async def token(token: str = Query(...)):
    if token != "sesame":
        raise WebSocketException(code=status.WS_1008_POLICY_VIOLATION, reason="closed")
    return token


@app.websocket("/rooms/{number}")
async def room(websocket: WebSocket, number: int, token: str = Depends(token)):
    await websocket.accept()
    await websocket.send_text(f"room {number}")
    await websocket.close()


@app.websocket("/raises")
async def raises(websocket: WebSocket):
    raise RuntimeError("before")


@app.websocket("/raises-later")
async def raises_later(websocket: WebSocket):
    await websocket.accept()
    raise RuntimeError("after")


@app.websocket("/returns")
async def returns(websocket: WebSocket):
    print("returns")


@app.websocket("/closes")
async def closes(websocket: WebSocket):
    await websocket.close(code=4000)
