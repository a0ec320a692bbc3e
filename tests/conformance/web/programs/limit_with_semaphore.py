# Only three at a time in the kitchen: the rest wait for a free place, and those who wait too long are sent away.
import asyncio

from fastapi import FastAPI, HTTPException

app = FastAPI()
places = asyncio.Semaphore(3)
inside = 0


@app.get("/cook/{dish}")
async def cook(dish: str, patience: float = 10):
    global inside
    try:
        await asyncio.wait_for(places.acquire(), timeout=patience)
    except asyncio.TimeoutError:
        raise HTTPException(503, f"no place for {dish}", headers={"Retry-After": "2"})
    try:
        inside += 1
        print("cooking", dish, "with", inside)
        await asyncio.sleep(1)
        return {"dish": dish, "inside": inside}
    finally:
        inside -= 1
        places.release()
