# Request bodies: nested models, defaults, lists, several bodies, embed, what is wrong where.
from typing import Dict, List, Optional

from fastapi import Body, FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Image(BaseModel):
    url: str
    width: int = 100


class Item(BaseModel):
    name: str = Field(min_length=2)
    price: float = Field(gt=0)
    tags: List[str] = []
    image: Optional[Image] = None
    extra: Dict[str, int] = {}


class User(BaseModel):
    username: str


@app.post("/items")
async def create(item: Item):
    return {**item.model_dump(), "total": item.price * 2}


@app.put("/items/{item_id}")
async def update(item_id: int, item: Item, user: User, importance: int = Body(default=1), q: Optional[str] = None):
    return {"id": item_id, "name": item.name, "user": user.username, "importance": importance, "q": q}


@app.post("/embedded")
async def embedded(item: Item = Body(embed=True)):
    return item.name


@app.post("/images")
async def images(images: List[Image]):
    return [image.url for image in images]


@app.post("/weights")
async def weights(weights: Dict[str, float]):
    return weights
