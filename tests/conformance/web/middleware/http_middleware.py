# middleware("http"): the one added last is outermost; it sees 404s, times requests, and may answer by itself.
import asyncio
import time

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


@app.middleware("http")
async def inner(request: Request, call_next):
    print("inner before", request.url.path)
    response = await call_next(request)
    print("inner after", response.status_code)
    return response


@app.middleware("http")
async def outer(request: Request, call_next):
    start = time.perf_counter()
    if request.url.path == "/blocked":
        return JSONResponse({"detail": "blocked"}, status_code=403)
    response = await call_next(request)
    response.headers["X-Process-Time"] = f"{time.perf_counter() - start:.3f}"
    print("outer", request.url.path, response.headers["X-Process-Time"])
    return response


@app.get("/slow")
async def slow():
    await asyncio.sleep(1)
    return "slow"


@app.get("/sync")
def sync():
    time.sleep(0.5)
    return "sync"


@app.get("/raises")
async def raises():
    raise ValueError("through the middleware")
