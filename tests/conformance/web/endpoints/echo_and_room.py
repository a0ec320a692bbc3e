# Echo of text, JSON and bytes; a room where everybody hears everybody.
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
room: set[WebSocket] = set()


@app.websocket("/chat")
async def echo(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_text("say something")
    try:
        while True:
            message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                print("echo closed", message["code"])
                break
            if "bytes" in message and message["bytes"] is not None:
                await websocket.send_bytes(message["bytes"][::-1])
            elif message["text"].startswith("{"):
                await websocket.send_json({"echo": message["text"]})
            else:
                await websocket.send_text(f"You said: {message['text']}")
    except WebSocketDisconnect:
        print("never here")


@app.websocket("/chat-room")
async def chat_room(websocket: WebSocket):
    await websocket.accept()
    room.add(websocket)
    try:
        while True:
            data = await websocket.receive_json()
            for member in room:
                await member.send_json({"n": len(room), **data})
    except WebSocketDisconnect:
        room.discard(websocket)
        print("room:", len(room))
