# One client after another request of its own: each waits for the answer before it, and for the time that it thinks. What it never
# came to send is in the transcript, unsent.
import asyncio

from fastapi import FastAPI, HTTPException

app = FastAPI()
stock = {"cup": 2}


@app.get("/stock/{thing}")
async def look(thing: str):
    await asyncio.sleep(0.25)
    return {"thing": thing, "left": stock.get(thing, 0)}


@app.post("/buy/{thing}", status_code=201)
async def buy(thing: str, how_many: int = 1):
    await asyncio.sleep(0.5)
    if stock.get(thing, 0) < how_many:
        raise HTTPException(409, "sold out")
    stock[thing] -= how_many
    return {"left": stock[thing]}
