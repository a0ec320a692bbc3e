# Streams: chunks at their times, generators of both kinds, a client that leaves, an exception after the first chunk.
import asyncio
import time

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


@app.get("/ticks")
async def ticks():
    async def produce():
        try:
            for number in range(5):
                yield f"data: {number}\n\n"
                await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("cancelled")
            raise
        finally:
            print("closed")

    return StreamingResponse(produce(), media_type="text/event-stream")


@app.get("/sync")
def sync():
    def produce():
        try:
            for number in range(3):
                yield str(number)
                time.sleep(1)
        finally:
            print("sync closed")

    return StreamingResponse(produce())


@app.get("/broken")
async def broken():
    async def produce():
        yield "one"
        await asyncio.sleep(1)
        raise RuntimeError("pipe burst")

    return StreamingResponse(produce(), media_type="text/plain")
