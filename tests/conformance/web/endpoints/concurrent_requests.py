# Two services at once take as long as the slower one; three calls in a row take their sum.
import asyncio
import time

from fastapi import FastAPI

app = FastAPI()


async def call_service(name: str, delay: float):
    print(f"calling {name}")
    await asyncio.sleep(delay)
    return {"service": name, "delay": delay}


@app.get("/concurrent-requests")
async def concurrent_requests():
    start = time.perf_counter()
    users, orders = await asyncio.gather(call_service("users", 1), call_service("orders", 1.5))
    return {"results": [users, orders], "total": round(time.perf_counter() - start, 3)}


@app.get("/performance/async")
async def performance_async():
    start = time.perf_counter()
    results = await asyncio.gather(*(call_service(f"task-{i}", 1) for i in range(3)))
    return {"total_time": round(time.perf_counter() - start, 3), "results": results}


@app.get("/performance/sync")
async def performance_sync():
    start = time.perf_counter()
    results = [await call_service(f"step-{i}", 1) for i in range(3)]
    return {"total_time": round(time.perf_counter() - start, 3), "results": results}
