# Many def endpoints that end at one instant, async ones among them, dependencies in the pool: who is answered first, and when.
import asyncio
import time

from fastapi import Depends, FastAPI

app = FastAPI()
order = []


def helper():
    time.sleep(0.25)
    return len(order)


@app.get("/sync/{n}")
def sync(n: int):
    time.sleep(0.5)
    order.append(f"s{n}")
    print("sync", n)
    return n


@app.get("/async/{n}")
async def quick(n: int):
    await asyncio.sleep(0.5)
    order.append(f"a{n}")
    print("async", n)
    return n


@app.get("/helped/{n}")
async def helped(n: int, seen: int = Depends(helper)):
    await asyncio.sleep(0.25)
    print("helped", n, seen)
    return n


@app.get("/order")
def report():
    return order
