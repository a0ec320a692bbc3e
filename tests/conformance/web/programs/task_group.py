# A TaskGroup in an endpoint: all or nothing; except* turns the group of errors into an answer.
import asyncio

from fastapi import FastAPI, HTTPException

app = FastAPI()


async def part(name: str, seconds: float, fails: bool = False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(f"{name} failed")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


@app.get("/all")
async def all_parts(fail: bool = False):
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(part("a", 1)), group.create_task(part("b", 0.5, fail)), group.create_task(part("c", 2))]
    except* ValueError as group_error:
        errors = [str(e) for e in group_error.exceptions]
        print("errors", errors)
        tasks = []
    if not tasks:
        raise HTTPException(502, detail=errors)
    return [task.result() for task in tasks]


@app.get("/unhandled")
async def unhandled():
    async with asyncio.TaskGroup() as group:
        group.create_task(part("x", 0.1, True))
