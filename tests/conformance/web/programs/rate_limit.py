# At most two at a time in the kitchen (a semaphore), and at most three requests a second for each client (429).
import asyncio
import time
from collections import defaultdict, deque

from fastapi import Depends, FastAPI, HTTPException, Request

app = FastAPI()
kitchen = asyncio.Semaphore(2)
seen: dict[str, deque] = defaultdict(deque)


async def limited(request: Request):
    who = request.headers.get("x-user", "anonymous")
    now = time.monotonic()
    times = seen[who]
    while times and now - times[0] >= 1:
        times.popleft()
    if len(times) >= 3:
        raise HTTPException(429, detail="Too many requests", headers={"Retry-After": "1"})
    times.append(now)
    return who


@app.get("/cook/{dish}")
async def cook(dish: str, who: str = Depends(limited)):
    print(f"{who} orders {dish}")
    async with kitchen:
        print(f"{dish} on the stove")
        await asyncio.sleep(1)
    return {"dish": dish, "for": who}
