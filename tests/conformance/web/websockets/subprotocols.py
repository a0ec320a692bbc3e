# Subprotocols offered and chosen, headers with the accept, and the url as the application sees it.
from fastapi import FastAPI, WebSocket

app = FastAPI()


@app.websocket("/ws")
async def ws(websocket: WebSocket):
    offered = websocket.scope["subprotocols"]
    await websocket.accept(subprotocol=offered[-1] if offered else None, headers=[(b"x-served-by", b"one")])
    await websocket.send_json({"offered": offered, "scheme": websocket.url.scheme, "client": websocket.client.host})
    await websocket.close()
