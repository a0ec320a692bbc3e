# A worker task with a queue, started at startup and cancelled at shutdown.
import asyncio
from contextlib import asynccontextmanager

from fastapi import FastAPI

queue: asyncio.Queue = asyncio.Queue()


async def worker():
    try:
        while True:
            job = await queue.get()
            await asyncio.sleep(0.7)
            print("worked on", job)
            queue.task_done()
    except asyncio.CancelledError:
        print("worker stops with", queue.qsize(), "left")
        raise


@asynccontextmanager
async def lifespan(app):
    task = asyncio.create_task(worker())
    yield
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("worker is gone")


app = FastAPI(lifespan=lifespan)


@app.post("/jobs/{name}")
async def add(name: str):
    await queue.put(name)
    return {"waiting": queue.qsize()}
