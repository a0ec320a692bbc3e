# A middleware that is plain ASGI: it counts bytes sent, for HTTP and WebSocket alike.
from fastapi import FastAPI, WebSocket


class Counting:
    def __init__(self, app, name):
        self.app = app
        self.name = name

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        sizes = []

        async def counting_send(message):
            sizes.append(len(message.get("body") or message.get("text") or b""))
            await send(message)

        await self.app(scope, receive, counting_send)
        print(self.name, scope["type"], scope["path"], sizes)


app = FastAPI()
app.add_middleware(Counting, name="inner")
app.add_middleware(Counting, name="outer")


@app.get("/hello")
async def hello():
    return "hello"


@app.websocket("/ws")
async def ws(websocket: WebSocket):
    await websocket.accept()
    await websocket.send_text("four")
