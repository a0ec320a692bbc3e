# asyncio.wait_for and asyncio.timeout in endpoints: 504 when the work takes too long, with its cleanup.
import asyncio

from fastapi import FastAPI, HTTPException

app = FastAPI()


async def slow(seconds: float):
    try:
        await asyncio.sleep(seconds)
        return f"took {seconds}"
    except asyncio.CancelledError:
        print("cancelled after", asyncio.get_running_loop().time())
        raise
    finally:
        print("cleanup", seconds)


@app.get("/wait-for/{seconds}")
async def with_wait_for(seconds: float):
    try:
        return await asyncio.wait_for(slow(seconds), timeout=1)
    except asyncio.TimeoutError:
        raise HTTPException(504, "upstream too slow")


@app.get("/timeout/{seconds}")
async def with_timeout(seconds: float):
    try:
        async with asyncio.timeout(1) as limit:
            return await slow(seconds)
    except TimeoutError:
        return {"expired": limit.expired()}


@app.get("/first")
async def first():
    tasks = [asyncio.create_task(slow(n), name=f"slow-{n}") for n in (2, 0.5, 1)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:  # pending is a set: its order is nobody's promise
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return {"winner": done.pop().result(), "cancelled": sorted(t.get_name() for t in tasks if t.cancelled())}
