# A context variable set in a middleware is each request's own, in its tasks and threads too.
import asyncio
import contextvars

from fastapi import FastAPI, Request

app = FastAPI()
request_id: contextvars.ContextVar[str] = contextvars.ContextVar("request_id", default="none")


def log(text):
    print(f"[{request_id.get()}] {text}")


@app.middleware("http")
async def with_id(request: Request, call_next):
    token = request_id.set(request.headers.get("x-id", "?"))
    log("begins")
    response = await call_next(request)
    log("ends")
    request_id.reset(token)
    return response


async def step(n):
    await asyncio.sleep(0.1 * n)
    log(f"step {n}")


@app.get("/work")
async def work():
    await asyncio.gather(step(1), step(2))
    log("endpoint")
    return request_id.get()


@app.get("/thread")
def thread():
    log("in a thread")
    return request_id.get()
