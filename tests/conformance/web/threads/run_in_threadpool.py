# run_in_threadpool, asyncio.to_thread and a def dependency: whose pool, and in which order.
import asyncio
import threading
import time

from fastapi import Depends, FastAPI
from fastapi.concurrency import run_in_threadpool

app = FastAPI()


def slow(n):
    time.sleep(n)
    return n * 2


def dependency(n: float = 0.5):
    print("dependency in the main thread:", threading.current_thread() is threading.main_thread())
    time.sleep(n)
    return n


@app.get("/pool")
async def pool():
    return await asyncio.gather(run_in_threadpool(slow, 1), asyncio.to_thread(slow, 1.5), asyncio.sleep(0.1, "loop"))


@app.get("/dep")
async def dep(n: float = Depends(dependency)):
    print("endpoint in the main thread:", threading.current_thread() is threading.main_thread())
    return n
