# A cache filled once: a lock keeps several clients from doing the same slow work; without it each does it.
import asyncio

from fastapi import FastAPI

app = FastAPI()
cache: dict[str, str] = {}
locks: dict[str, asyncio.Lock] = {}
computed = 0


async def compute(key: str):
    global computed
    computed += 1
    print("computing", key)
    await asyncio.sleep(1)
    return key.upper()


@app.get("/locked/{key}")
async def locked(key: str):
    lock = locks.setdefault(key, asyncio.Lock())
    async with lock:
        hit = key in cache
        if not hit:
            cache[key] = await compute(key)
    return {"value": cache[key], "hit": hit, "computed": computed}


@app.get("/racy/{key}")
async def racy(key: str):
    hit = key in cache
    if not hit:
        cache[key] = await compute(key)
    return {"value": cache[key], "hit": hit, "computed": computed}
