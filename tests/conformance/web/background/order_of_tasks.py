# Background tasks run one after another, after the body was sent, sync ones in the pool; other clients are served meanwhile.
import asyncio
import time

from fastapi import BackgroundTasks, FastAPI
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

app = FastAPI()


async def slow(name, seconds):
    print(name, "begins")
    await asyncio.sleep(seconds)
    print(name, "ends")


def slow_sync(name, seconds):
    print(name, "begins in a thread")
    time.sleep(seconds)
    print(name, "ends in a thread")


@app.post("/three/{name}")
async def three(name: str, tasks: BackgroundTasks):
    tasks.add_task(slow, f"{name} 1", 1)
    tasks.add_task(slow_sync, f"{name} 2", seconds=1)
    tasks.add_task(slow, f"{name} 3", 0)
    return {"queued": len(tasks.tasks)}


@app.post("/on-response")
async def on_response():
    return JSONResponse({"ok": True}, background=BackgroundTask(slow, "on the response", 0.5))


@app.get("/ping")
async def ping():
    return "pong"
