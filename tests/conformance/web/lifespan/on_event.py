# on_event handlers, sync and async, in the order in which they were added.
import asyncio

from fastapi import FastAPI

app = FastAPI()
pool = []


@app.on_event("startup")
async def connect():
    await asyncio.sleep(0.2)
    pool.append("connection")
    print("connected")


@app.on_event("startup")
def warm_up():
    print("warm", pool)


@app.on_event("shutdown")
async def disconnect():
    await asyncio.sleep(0.3)
    pool.clear()
    print("disconnected")


@app.on_event("shutdown")
def goodbye():
    print("goodbye", pool)


@app.get("/pool")
def read_pool():
    return pool
