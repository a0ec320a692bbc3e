# The tutorial's nested bodies: lists, sets and dicts of models, deep mistakes each with its place, several bodies, embedded ones.
from typing import Dict, List, Optional, Set

from fastapi import Body, FastAPI, Path
from pydantic import BaseModel, Field

app = FastAPI()


class Image(BaseModel):
    url: str
    name: str


class Item(BaseModel):
    name: str
    description: Optional[str] = Field(None, max_length=10)
    price: float = Field(..., gt=0)
    tags: Set[str] = set()
    images: Optional[List[Image]] = None


class Offer(BaseModel):
    name: str
    items: List[Item]


class User(BaseModel):
    username: str
    full_name: Optional[str] = None


@app.put("/items/{item_id}")
async def update_item(item: Item, item_id: int = Path(..., ge=0, le=1000)):
    return {"item_id": item_id, "name": item.name, "tags": sorted(item.tags), "images": item.images}


@app.post("/offers/")
async def create_offer(offer: Offer):
    return {"total": sum(item.price for item in offer.items), "first": offer.items[0].name}


@app.post("/images/multiple/")
async def create_multiple_images(images: List[Image]):
    return [image.url for image in images]


@app.post("/index-weights/")
async def create_index_weights(weights: Dict[int, float]):
    return weights


@app.put("/several/{item_id}")
async def several(item_id: int, item: Item, user: User, importance: int = Body(..., gt=0), q: Optional[str] = None):
    return {"item_id": item_id, "item": item.name, "user": user.username, "importance": importance, "q": q}


@app.put("/embedded/{item_id}")
async def embedded(item_id: int, item: Item = Body(..., embed=True)):
    return [item_id, item.name]
