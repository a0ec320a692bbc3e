# The request itself: raw body, json, stream, headers, is_disconnected for a client that has left.
import asyncio

from fastapi import FastAPI, Request

app = FastAPI()


@app.post("/raw")
async def raw(request: Request):
    body = await request.body()
    again = await request.body()
    return [len(body), body == again, request.headers.get("content-type"), request.cookies.get("a")]


@app.post("/json")
async def json(request: Request):
    return {"got": await request.json()}


@app.post("/stream")
async def stream(request: Request):
    chunks = [chunk async for chunk in request.stream()]
    return [len(chunk) for chunk in chunks]


@app.get("/patient")
async def patient(request: Request):
    for second in range(5):
        if await request.is_disconnected():
            print("gone at", second)
            return "unheard"
        await asyncio.sleep(1)
    return "heard"
