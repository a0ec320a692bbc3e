# An async delay holds nobody up, a def endpoint sleeps in a worker thread, and time.sleep in async def stops everybody.
import asyncio
import time

from fastapi import FastAPI

app = FastAPI()


@app.get("/async-delay/{seconds}")
async def async_delay(seconds: float):
    print(f"async {seconds} begins")
    await asyncio.sleep(seconds)
    return {"message": f"waited {seconds}"}


@app.get("/sync-delay/{seconds}")
def sync_delay(seconds: float):
    print(f"sync {seconds} begins")
    time.sleep(seconds)
    return {"message": f"slept {seconds}"}


@app.get("/blocking/{seconds}")
async def blocking(seconds: float):
    time.sleep(seconds)
    return {"message": "nobody else could go on"}
