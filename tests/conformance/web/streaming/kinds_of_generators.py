# StreamingResponse over an async generator, a plain one (in the pool), a list's iterator, and a generator of bytes.
import asyncio
import time

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


async def numbers():
    for i in range(3):
        yield f"{i};"
        await asyncio.sleep(0.5)


def slow_numbers():
    for i in range(3):
        time.sleep(0.5)
        yield f"{i};"


@app.get("/async")
async def from_async():
    return StreamingResponse(numbers(), media_type="text/plain")


@app.get("/sync")
async def from_sync():
    return StreamingResponse(slow_numbers())


@app.get("/list")
def from_list():
    return StreamingResponse(iter(["a", "", "b", "ü"]), media_type="text/csv", status_code=206, headers={"x-kind": "list"})


@app.get("/bytes")
def from_bytes():
    return StreamingResponse(iter([b"\xc3", b"\xbc", b"\xff"]), media_type="application/octet-stream")


@app.get("/empty")
def empty():
    return StreamingResponse(iter(()))
