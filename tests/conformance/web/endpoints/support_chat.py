# Joining, messages and leaving are told to all; names come from the path and the query.
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
agents: dict[str, WebSocket] = {}


async def tell_all(text: str, but: str = ""):
    for name, socket in list(agents.items()):
        if name != but:
            await socket.send_json({"from": but or "system", "text": text})


@app.websocket("/ws/support-chat/{name}")
async def support(websocket: WebSocket, name: str, room: str = "main"):
    await websocket.accept()
    agents[name] = websocket
    await tell_all(f"{name} joined {room}")
    try:
        async for text in websocket.iter_text():
            await tell_all(text, but=name)
    finally:
        del agents[name]
        await tell_all(f"{name} left")
        print("left:", name, sorted(agents))
