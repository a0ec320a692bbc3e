# A dashboard of four sources: in a row in a worker thread, at once, and pushed every two seconds.
import asyncio
import random
import time

from fastapi import FastAPI, WebSocket, WebSocketDisconnect

app = FastAPI()
SOURCES = {"weather": (0.5, 1.5), "crypto": (0.3, 2.0), "stocks": (0.7, 1.2), "servers": (0.2, 0.8)}


def sync_source(name):
    low, high = SOURCES[name]
    delay = random.uniform(low, high)
    time.sleep(delay)
    return {"source": name, "value": random.randint(1, 100)}


async def async_source(name):
    low, high = SOURCES[name]
    await asyncio.sleep(random.uniform(low, high))
    return {"source": name, "value": random.randint(1, 100)}


@app.get("/sync")
def in_a_row():
    start = time.time()
    data = [sync_source(name) for name in SOURCES]
    return {"data": data, "total": round(time.time() - start, 3)}


@app.get("/async")
async def at_once():
    start = time.time()
    data = await asyncio.gather(*map(async_source, SOURCES))
    return {"data": data, "total": round(time.time() - start, 3)}


@app.websocket("/ws")
async def push(websocket: WebSocket):
    await websocket.accept()
    try:
        while True:
            start = time.time()
            data = await asyncio.gather(*map(async_source, SOURCES))
            await websocket.send_json({"data": data, "total": round(time.time() - start, 3)})
            await asyncio.sleep(2)
    except WebSocketDisconnect:
        print("dashboard closed")
