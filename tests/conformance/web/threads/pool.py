# def endpoints in the pool of 40: the 41st waits; async ones are not held up; a response model's validation takes a turn in the pool, too.
import asyncio
import time
from typing import List

from fastapi import FastAPI

app = FastAPI()


@app.get("/sync")
def sync():
    time.sleep(1)
    return "sync"


@app.get("/async")
async def quick():
    await asyncio.sleep(0.5)
    return "async"


@app.get("/typed", response_model=List[int])
def typed():
    time.sleep(1)
    return ["1", 2]
