# A ticker that never ends needs `until`: the world stops then, without shutdown.
import asyncio

from fastapi import FastAPI

app = FastAPI()
ticks = 0


async def ticker():
    global ticks
    while True:
        await asyncio.sleep(1)
        ticks += 1
        print("tick", ticks)


@app.on_event("startup")
async def start():
    app.state.ticker = asyncio.create_task(ticker())


@app.on_event("shutdown")
async def stop():
    print("never")


@app.get("/ticks")
async def read():
    return {"ticks": ticks}
