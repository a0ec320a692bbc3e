# An endpoint that streams nothing is not cancelled when its client leaves; request.is_disconnected() tells, without waiting.
import asyncio

from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/work")
async def work(request: Request):
    for step in range(5):
        if await request.is_disconnected():
            print("client is gone at step", step)
            return {"step": step}
        await asyncio.sleep(0.5)
    print("all done")
    return {"step": "all"}


@app.get("/stubborn")
async def stubborn():
    try:
        await asyncio.sleep(2)
    finally:
        print("stubborn to the end")
    return {"for": "nobody"}
