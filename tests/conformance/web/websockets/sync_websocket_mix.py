# A WebSocket handler that calls blocking work in the pool, while others talk on.
import asyncio
import time

from fastapi import FastAPI, WebSocket, WebSocketDisconnect
from starlette.concurrency import run_in_threadpool

app = FastAPI()


def heavy(n):
    time.sleep(n)
    return n * n


@app.websocket("/square")
async def square(ws: WebSocket):
    await ws.accept()
    try:
        while True:
            n = float(await ws.receive_text())
            await ws.send_text(f"working on {n}")
            await ws.send_text(str(await run_in_threadpool(heavy, n)))
    except WebSocketDisconnect:
        print("done")
