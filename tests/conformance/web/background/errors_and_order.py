# Background tasks after the answer: sync ones in the pool, async ones in the loop, in order; one that raises stops those behind it, the
# client has its answer all the same.
import asyncio
import time

from fastapi import BackgroundTasks, FastAPI, Response
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

app = FastAPI()
begin = time.monotonic()


def log(*words):
    print(f"{time.monotonic() - begin:.1f}", *words)


def sync_task(name):
    time.sleep(0.5)
    log(name)


async def async_task(name):
    await asyncio.sleep(0.3)
    log(name)


async def fails(name):
    log(name, "fails")
    raise RuntimeError(name)


@app.post("/all")
async def all_of_them(tasks: BackgroundTasks):
    tasks.add_task(sync_task, "first")
    tasks.add_task(async_task, name="second")
    tasks.add_task(sync_task, "third")
    return "accepted"


@app.post("/fails")
async def one_fails(tasks: BackgroundTasks):
    tasks.add_task(async_task, "before")
    tasks.add_task(fails, "middle")
    tasks.add_task(async_task, "never")
    return "accepted"


@app.post("/response")
async def of_the_response():
    return JSONResponse({"ok": True}, background=BackgroundTask(async_task, "on the response"))


@app.post("/both")
async def both(tasks: BackgroundTasks):
    tasks.add_task(async_task, "injected")
    return JSONResponse({"ok": True}, background=BackgroundTask(async_task, "on the response"))
