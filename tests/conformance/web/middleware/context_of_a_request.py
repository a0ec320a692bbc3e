# A request's id in a context variable: each request has its own, also in its tasks and its workers; the variable of one is never seen by
# another.
import asyncio
import contextvars
import itertools

from fastapi import FastAPI, Request

app = FastAPI()
request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="-")
numbers = itertools.count(1)


def log(*words):
    print(f"[{request_id.get()}]", *words)


@app.middleware("http")
async def give_id(request: Request, call_next):
    token = request_id.set(request.headers.get("x-request-id") or f"r{next(numbers)}")
    log("begins")
    try:
        response = await call_next(request)
        response.headers["x-request-id"] = request_id.get()
        return response
    finally:
        log("ends")
        request_id.reset(token)


async def part(name, seconds):
    log("part", name)
    await asyncio.sleep(seconds)
    log("part", name, "done")
    return f"{name} of {request_id.get()}"


@app.get("/parts")
async def parts():
    return await asyncio.gather(part("a", 0.3), part("b", 0.2))


@app.get("/worker")
def worker():
    log("in a worker")
    return request_id.get()
