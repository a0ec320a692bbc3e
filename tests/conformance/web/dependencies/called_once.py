# A dependency is called once a request, even when two paths lead to it; use_cache=False calls it each time.
import asyncio

from fastapi import Depends, FastAPI

app = FastAPI()
calls = 0


async def counted():
    global calls
    calls += 1
    await asyncio.sleep(0.1)
    return calls


async def left(n: int = Depends(counted)):
    return ("left", n)


def right(n: int = Depends(counted)):
    return ("right", n)


async def fresh(n: int = Depends(counted, use_cache=False)):
    return ("fresh", n)


@app.get("/")
async def both(a=Depends(left), b=Depends(right), n: int = Depends(counted), f=Depends(fresh)):
    return [a, b, n, f]
