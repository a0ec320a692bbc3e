# Middleware added last is outermost; what it does before and after, what a short answer skips, a background task and an exception.
import asyncio
import time

from fastapi import BackgroundTasks, FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.middleware.base import BaseHTTPMiddleware

app = FastAPI()


class Named(BaseHTTPMiddleware):
    def __init__(self, app, name):
        super().__init__(app)
        self.name = name

    async def dispatch(self, request: Request, call_next):
        print(">", self.name, request.url.path)
        response = await call_next(request)
        response.headers["x-passed"] = response.headers.get("x-passed", "") + self.name
        print("<", self.name, response.status_code)
        return response


app.add_middleware(Named, name="inner")
app.add_middleware(Named, name="outer")


@app.middleware("http")
async def doorman(request: Request, call_next):
    begin = time.monotonic()
    if request.headers.get("x-banned"):
        return PlainTextResponse("not you", status_code=403)
    response = await call_next(request)
    response.headers["x-took"] = f"{time.monotonic() - begin:.2f}"
    print("doorman", response.headers.get("x-passed"), response.headers["x-took"])
    return response


@app.exception_handler(KeyError)
async def key_error(request: Request, error: KeyError):
    return JSONResponse({"missing": str(error)}, status_code=418)


@app.get("/work")
async def work(tasks: BackgroundTasks):
    tasks.add_task(print, "in the background")
    await asyncio.sleep(0.5)
    return "worked"


@app.get("/key")
async def key():
    return {}["door"]


@app.get("/broken")
async def broken():
    raise ValueError("broken")
