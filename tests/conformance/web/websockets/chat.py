# A chat for all: broadcast over a live list, joining and leaving, JSON and bytes, the client's close code.
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
members = []


async def tell(text):
    for member in list(members):
        await member.send_text(text)


@app.websocket("/chat/{name}")
async def chat(websocket: WebSocket, name: str):
    await websocket.accept()
    members.append(websocket)
    await tell(f"{name} joined")
    try:
        while True:
            text = await websocket.receive_text()
            await tell(f"{name}: {text}")
    except WebSocketDisconnect as gone:
        members.remove(websocket)
        print(name, "left with", gone.code)
        await tell(f"{name} left")


@app.websocket("/echo")
async def echo(websocket: WebSocket):
    await websocket.accept()
    message = await websocket.receive_json()
    await websocket.send_json({"got": message})
    await websocket.send_bytes(await websocket.receive_bytes())
    await websocket.close(3001, "enough")
