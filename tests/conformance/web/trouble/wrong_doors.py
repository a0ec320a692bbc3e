# No endpoint, a wrong method, slashes missing and extra, HEAD and OPTIONS, a WebSocket route over HTTP and the reverse.
from fastapi import FastAPI, WebSocket

app = FastAPI()


@app.get("/items/")
def items():
    return []


@app.get("/things")
def things():
    return []


@app.post("/both")
def post_both():
    return "post"


@app.put("/both")
def put_both():
    return "put"


@app.websocket("/ws")
async def ws(websocket: WebSocket):
    await websocket.accept()
    await websocket.close()
