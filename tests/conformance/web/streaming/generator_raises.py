# A generator that raises after its first chunk: the status stays, the response is broken off, the program goes on.
import asyncio

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


async def breaks():
    yield "one"
    await asyncio.sleep(1)
    raise ValueError("no more")


async def breaks_at_once():
    raise ValueError("none at all")
    yield "never"


def breaks_in_thread():
    yield "first"
    raise KeyError("second")


@app.get("/later")
async def later():
    return StreamingResponse(breaks(), media_type="text/plain")


@app.get("/at-once")
async def at_once():
    return StreamingResponse(breaks_at_once(), media_type="text/plain")


@app.get("/thread")
async def thread():
    return StreamingResponse(breaks_in_thread())


@app.get("/fine")
async def fine():
    return "fine"
