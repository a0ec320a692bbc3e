# on_event: startup before the first request, both kinds of functions, state for the requests, shutdown at the end.
import asyncio

from fastapi import FastAPI, Request

app = FastAPI()


@app.on_event("startup")
async def connect():
    await asyncio.sleep(1)
    app.state.visits = 0
    print("connected")


@app.on_event("startup")
def warm():
    print("warm")


@app.on_event("shutdown")
async def goodbye():
    await asyncio.sleep(0.5)
    print("goodbye after", app.state.visits)


@app.get("/")
async def visit(request: Request):
    request.app.state.visits += 1
    request.state.note = "kept"
    return [request.app.state.visits, request.state.note]
