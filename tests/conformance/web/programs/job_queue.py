# Jobs: queued by a POST, worked on by two workers, asked for by their id, waited for by an event.
import asyncio
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException

jobs: dict[int, dict] = {}
queue: asyncio.Queue = asyncio.Queue()


async def worker(name: str):
    while True:
        job_id = await queue.get()
        job = jobs[job_id]
        job["status"] = f"running on {name}"
        await asyncio.sleep(job["seconds"])
        job["status"] = "done"
        job["event"].set()
        queue.task_done()


@asynccontextmanager
async def lifespan(app: FastAPI):
    workers = [asyncio.create_task(worker(f"worker-{i}"), name=f"worker-{i}") for i in range(2)]
    print("workers started")
    yield
    await queue.join()
    for task in workers:
        task.cancel()
    print("results", await asyncio.gather(*workers, return_exceptions=True))


app = FastAPI(lifespan=lifespan)


@app.post("/jobs", status_code=202)
async def submit(seconds: float):
    job_id = len(jobs) + 1
    jobs[job_id] = {"seconds": seconds, "status": "queued", "event": asyncio.Event()}
    queue.put_nowait(job_id)
    return {"job_id": job_id}


@app.get("/jobs/{job_id}")
async def status(job_id: int, wait: bool = False):
    if job_id not in jobs:
        raise HTTPException(404)
    if wait:
        await jobs[job_id]["event"].wait()
    return {"job_id": job_id, "status": jobs[job_id]["status"], "queued": queue.qsize()}
