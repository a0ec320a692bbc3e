# Background tasks: after the answer, one after another, def ones in the pool, and one that raises skips the rest.
import asyncio
import time

from fastapi import BackgroundTasks, FastAPI
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask

app = FastAPI()


def slow(what):
    time.sleep(1)
    print("slow", what)


async def quick(what, times=1):
    for _ in range(times):
        await asyncio.sleep(0.5)
        print("quick", what)


def failing():
    raise RuntimeError("oven off")


@app.post("/several")
async def several(tasks: BackgroundTasks):
    tasks.add_task(slow, "a")
    tasks.add_task(quick, "b", times=2)
    tasks.add_task(print, "last")
    return "accepted"


@app.post("/own")
def own():
    return JSONResponse({"own": True}, background=BackgroundTask(quick, "own"))


@app.post("/failing")
async def fails(tasks: BackgroundTasks):
    tasks.add_task(failing)
    tasks.add_task(print, "never")
    return "fine"
