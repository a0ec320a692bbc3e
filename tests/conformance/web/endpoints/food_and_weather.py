# Two customers side by side: a slow order holds up neither food nor weather.
import asyncio

from fastapi import FastAPI

app = FastAPI()


@app.get("/food")
async def food():
    await asyncio.sleep(2)
    print("food is ready")
    return {"food": "pasta"}


@app.get("/weather")
async def weather():
    await asyncio.sleep(1)
    print("weather is known")
    return {"weather": "sunny", "celsius": 21.5}


@app.get("/order/{item}")
async def order(item: str):
    print(f"order for {item}")
    await asyncio.sleep(3)
    print(f"{item} is served")
    return {"item": item, "status": "served"}
