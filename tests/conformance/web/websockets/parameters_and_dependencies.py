# A WebSocket's path, query, header and cookie parameters, and a dependency that may refuse it.
from fastapi import Cookie, Depends, FastAPI, Header, Query, WebSocket, WebSocketException, status

app = FastAPI()


async def token_of(websocket: WebSocket, session: str | None = Cookie(default=None), token: str | None = Query(default=None)):
    if session is None and token is None:
        raise WebSocketException(code=status.WS_1008_POLICY_VIOLATION)
    return session or token


@app.websocket("/items/{item_id}/ws")
async def items(ws: WebSocket, item_id: int, q: int | None = None, who: str = Depends(token_of), x_name: str = Header(default="?")):
    await ws.accept()
    await ws.send_json({"item": item_id, "q": q, "who": who, "name": x_name, "query": str(ws.query_params), "path": ws.url.path})
    await ws.close()
