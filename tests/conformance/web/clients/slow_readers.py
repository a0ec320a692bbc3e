# A reader that is slower than the stream: when its buffer is full, the generator waits with the next part (back-pressure); a reader
# that is fast enough never holds it up.
import asyncio
import time

from fastapi import FastAPI, WebSocket
from fastapi.responses import StreamingResponse

app = FastAPI()
start = time.monotonic()


def log(*words):
    print(f"{time.monotonic() - start:.2f}", *words)


@app.get("/parts/{name}")
async def parts(name: str, size: int = 10, number: int = 8):
    async def generate():
        for n in range(number):
            log(name, "makes", n)
            yield str(n) * size
        log(name, "is made")

    return StreamingResponse(generate(), media_type="text/plain")


@app.get("/whole")
async def whole():
    return "x" * 198


@app.websocket("/push")
async def push(websocket: WebSocket):
    await websocket.accept()
    for n in range(6):
        await websocket.send_text(str(n) * 10)
        log("pushed", n)
    await websocket.close()
