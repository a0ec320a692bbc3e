# time.sleep in async def stops the loop: worker threads go on meanwhile, but their results arrive late.
import asyncio
import time

from fastapi import FastAPI

app = FastAPI()


@app.get("/thread")
def in_thread():
    time.sleep(1)
    print("thread done")
    return "from a thread"


@app.get("/loop")
async def in_loop():
    time.sleep(3)
    print("loop done")
    return "from the loop"


@app.get("/quick")
async def quick():
    return "quick"


@app.get("/timer")
async def timer():
    await asyncio.sleep(1)
    return "slept"
