# A restaurant with its menu and reviews: asked for one after another, or at once.
import asyncio

from fastapi import FastAPI

app = FastAPI()

RESTAURANTS = {
    1: {"name": "Pizza Palace", "cuisine": "Italian"},
    2: {"name": "Sushi Spot", "cuisine": "Japanese"},
}


async def find_restaurant(restaurant_id: int):
    await asyncio.sleep(0.5)
    return RESTAURANTS.get(restaurant_id)


async def find_menu(restaurant_id: int):
    await asyncio.sleep(1)
    return ["Margherita", "Pepperoni"] if restaurant_id == 1 else ["Nigiri", "Maki"]


async def find_reviews(restaurant_id: int):
    await asyncio.sleep(1.5)
    return [{"stars": 5, "text": "Wunderschön"}, {"stars": 4, "text": "Nice \"place\""}]


@app.get("/restaurants/{restaurant_id}")
async def restaurant(restaurant_id: int):
    found = await find_restaurant(restaurant_id)
    if found is None:
        return {"error": "Restaurant not found"}
    return found


@app.get("/restaurants/{restaurant_id}/menu")
async def menu(restaurant_id: int):
    return {"restaurant_id": restaurant_id, "menu": await find_menu(restaurant_id)}


@app.get("/restaurants/{restaurant_id}/reviews")
async def reviews(restaurant_id: int):
    return {"restaurant_id": restaurant_id, "reviews": await find_reviews(restaurant_id)}


@app.get("/restaurants/{restaurant_id}/full-details")
async def full_details(restaurant_id: int):
    found, items, opinions = await asyncio.gather(
        find_restaurant(restaurant_id), find_menu(restaurant_id), find_reviews(restaurant_id)
    )
    if not found:
        return {"error": "Restaurant not found"}
    return {**found, "menu": items, "reviews": opinions}
