# A chat for all, by a list of live connections, and its page.
from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from fastapi.responses import HTMLResponse

app = FastAPI()


class ConnectionManager:
    def __init__(self):
        self.active: list[WebSocket] = []

    async def connect(self, websocket: WebSocket):
        await websocket.accept()
        self.active.append(websocket)

    def disconnect(self, websocket: WebSocket):
        self.active.remove(websocket)

    async def broadcast(self, message: str):
        for connection in self.active:
            await connection.send_text(message)


manager = ConnectionManager()


@app.get("/chat-demo", response_class=HTMLResponse)
async def chat_demo():
    return "<html><body><h1>Chat</h1></body></html>"


@app.websocket("/ws/chat")
async def chat(websocket: WebSocket):
    await manager.connect(websocket)
    await manager.broadcast(f"somebody joined ({len(manager.active)} here)")
    try:
        while True:
            text = await websocket.receive_text()
            await manager.broadcast(f"{websocket.client.port}: {text}")
    except WebSocketDisconnect as e:
        manager.disconnect(websocket)
        print("left with", e.code)
        await manager.broadcast("somebody left")
