# time.sleep in async def holds everybody up: who arrives meanwhile is served afterwards in order; threads go on.
import asyncio
import time

from fastapi import FastAPI

app = FastAPI()


@app.get("/harm")
async def harm():
    time.sleep(2)
    return "harm"


@app.get("/fine")
async def fine():
    await asyncio.sleep(0.5)
    return "fine"


@app.get("/thread")
def thread():
    time.sleep(1)
    print("thread done")
    return "thread"
