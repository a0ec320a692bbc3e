# Chat rooms: by path; names by query; private messages by @name; a list of who is there; HTTP asks too.
from collections import defaultdict

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()


class Rooms:
    def __init__(self):
        self.members: dict[str, dict[str, WebSocket]] = defaultdict(dict)

    async def say(self, room: str, text: str):
        for socket in list(self.members[room].values()):
            await socket.send_text(text)

    async def join(self, room: str, name: str, socket: WebSocket):
        if name in self.members[room]:
            await socket.close(code=4009, reason="name is taken")
            return False
        await socket.accept()
        self.members[room][name] = socket
        await self.say(room, f"* {name} joins")
        return True

    async def leave(self, room: str, name: str):
        self.members[room].pop(name, None)
        await self.say(room, f"* {name} leaves")


rooms = Rooms()


@app.get("/rooms")
async def list_rooms():
    return {room: sorted(members) for room, members in rooms.members.items() if members}


@app.websocket("/rooms/{room}")
async def room(socket: WebSocket, room: str, name: str):
    if not await rooms.join(room, name, socket):
        return
    try:
        while True:
            text = await socket.receive_text()
            if text == "/who":
                await socket.send_json(sorted(rooms.members[room]))
            elif text.startswith("@"):
                to, _, private = text[1:].partition(" ")
                if to in rooms.members[room]:
                    await rooms.members[room][to].send_text(f"{name} (private): {private}")
                else:
                    await socket.send_text(f"! nobody called {to}")
            elif text == "/quit":
                await socket.close(code=1000)
                break
            else:
                await rooms.say(room, f"{name}: {text}")
    except WebSocketDisconnect:
        print(name, "disconnected")
    await rooms.leave(room, name)
