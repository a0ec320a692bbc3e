# Generators that raise after a chunk, before any, at the end; a sync one in its thread; what came is kept, the response is torn.
import asyncio
import time

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


def in_thread(fail_at: int):
    try:
        for n in range(3):
            if n == fail_at:
                raise ValueError(f"at {n}")
            yield f"{n} "
            time.sleep(0.5)
    finally:
        print("closed, was to fail at", fail_at)


async def in_loop(fail_at: int):
    for n in range(3):
        if n == fail_at:
            raise ValueError(f"at {n}")
        yield f"{n} "
        await asyncio.sleep(0.5)


@app.get("/sync/{fail_at}")
def sync(fail_at: int):
    return StreamingResponse(in_thread(fail_at), media_type="text/plain")


@app.get("/async/{fail_at}")
async def asynchronous(fail_at: int):
    return StreamingResponse(in_loop(fail_at), media_type="text/plain")


@app.get("/wrong")
async def wrong():
    return StreamingResponse(iter([b"bytes", 5]))
