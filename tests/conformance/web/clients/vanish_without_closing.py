# Clients that are gone without a word: the server goes on sending until it is noticed, and only then hears of the end.
import asyncio
import time

from fastapi import FastAPI, Request, WebSocket, WebSocketDisconnect
from fastapi.responses import StreamingResponse

app = FastAPI()
start = time.monotonic()


def log(*words):
    print(f"{time.monotonic() - start:.2f}", *words)


@app.get("/stream/{name}")
async def stream(name: str):
    async def ticks():
        n = 0
        try:
            while True:
                yield f"data: {n}\n\n"
                n += 1
                await asyncio.sleep(1)
        finally:
            log(name, "ended after", n)

    return StreamingResponse(ticks(), media_type="text/event-stream")


@app.get("/poll")
async def poll(request: Request):
    for n in range(20):
        if await request.is_disconnected():
            log("poll: gone at", n)
            return "nobody"
        await asyncio.sleep(0.5)
    log("poll: nobody left")
    return "whole"


@app.get("/short")
async def short():
    await asyncio.sleep(1)
    log("short is answered")
    return "short"


@app.websocket("/ws/{name}")
async def socket(websocket: WebSocket, name: str):
    await websocket.accept()
    try:
        while True:
            text = await websocket.receive_text()
            await websocket.send_text(text.upper())
    except WebSocketDisconnect as gone:
        log(name, "disconnected", gone.code)


@app.websocket("/push")
async def push(websocket: WebSocket):
    await websocket.accept()
    n = 0
    try:
        while True:
            await websocket.send_text(str(n))
            n += 1
            await asyncio.sleep(1)
    except WebSocketDisconnect as gone:
        log("push ended after", n, gone.code)
