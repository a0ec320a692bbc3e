# Three ways to wait: asyncio.sleep, time.sleep in a def endpoint, and time.sleep in an async def, which stops everybody.
import asyncio
import time

from fastapi import FastAPI

app = FastAPI(title="Delays")


@app.get("/")
async def welcome():
    return {"message": "Welcome to the async playground"}


@app.get("/health")
async def health():
    return {"status": "healthy"}


@app.get("/async-sleep")
async def async_sleep():
    start = time.time()
    await asyncio.sleep(1)
    return {"message": "slept without blocking", "took": round(time.time() - start, 2)}


@app.get("/async-delay/{seconds}")
async def async_delay(seconds: int):
    await asyncio.sleep(seconds)
    return {"message": f"Waited {seconds} seconds asynchronously", "type": "non-blocking"}


@app.get("/sync-delay/{seconds}")
def sync_delay(seconds: int):
    time.sleep(seconds)
    return {"message": f"Waited {seconds} seconds in a worker thread", "type": "threaded"}


@app.get("/bad-delay/{seconds}")
async def bad_delay(seconds: int):
    time.sleep(seconds)
    return {"message": f"Blocked everyone for {seconds} seconds", "type": "blocking"}
