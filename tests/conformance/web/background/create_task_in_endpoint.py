# asyncio.create_task in an endpoint: it goes on after the answer; nobody waits for it, but the world does.
import asyncio

from fastapi import FastAPI

app = FastAPI()
running: set[asyncio.Task] = set()


async def job(n: int):
    await asyncio.sleep(n)
    print("job", n, "done")
    if n == 2:
        raise ValueError("nobody looks at this")


@app.post("/jobs/{n}")
async def start(n: int):
    task = asyncio.create_task(job(n), name=f"job-{n}")
    running.add(task)
    task.add_done_callback(lambda t: print("callback", t.get_name()))
    task.add_done_callback(running.discard)
    return {"running": sorted(t.get_name() for t in running)}


@app.on_event("shutdown")
async def shutdown():
    print("shutdown with", len(running), "running")
