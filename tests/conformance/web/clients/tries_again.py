# A client that tries again: on what it was told to, so many times, each delay longer than the one before; on no answer in time; on a
# response that breaks off. Each try is an entry.
import asyncio

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import StreamingResponse

app = FastAPI()
calls = {}


@app.get("/flaky/{name}")
async def flaky(name: str, fails: int, status: int = 503):
    calls[name] = calls.get(name, 0) + 1
    if calls[name] <= fails:
        raise HTTPException(status, f"call {calls[name]}")
    return calls[name]


@app.get("/slow/{name}")
async def slow(name: str, request: Request):
    calls[name] = calls.get(name, 0) + 1
    try:
        await asyncio.sleep(3 - calls[name])
    finally:
        print(name, calls[name], await request.is_disconnected())
    return calls[name]


@app.get("/broken/{name}")
async def broken(name: str):
    calls[name] = calls.get(name, 0) + 1

    async def parts(which):
        yield f"part of {which} "
        await asyncio.sleep(0.5)
        if which < 3:
            raise RuntimeError("torn")
        yield "whole"

    return StreamingResponse(parts(calls[name]), media_type="text/plain")
