# A shop without a database: create, read, list in pages, replace, change in part, delete; each with its errors.
from enum import Enum
from typing import Dict, List, Optional

from fastapi import FastAPI, HTTPException, Path, Query, status
from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel, Field

app = FastAPI()


class Kind(str, Enum):
    tea = "tea"
    cake = "cake"


class Item(BaseModel):
    name: str = Field(..., min_length=1, max_length=20)
    price: float = Field(..., gt=0)
    kind: Kind = Kind.tea
    note: Optional[str] = None


class Stored(Item):
    id: int


items: Dict[int, dict] = {}


@app.post("/items/", response_model=Stored, status_code=status.HTTP_201_CREATED)
async def create(item: Item):
    number = max(items, default=0) + 1
    items[number] = {**jsonable_encoder(item), "id": number}
    return items[number]


@app.get("/items/", response_model=List[Stored])
async def listed(skip: int = Query(0, ge=0), limit: int = Query(2, ge=1, le=10), kind: Optional[Kind] = None):
    found = [item for item in items.values() if kind is None or item["kind"] == kind.value]
    return found[skip:skip + limit]


@app.get("/items/{item_id}", response_model=Stored)
async def read(item_id: int = Path(..., ge=1)):
    if item_id not in items:
        raise HTTPException(status_code=404, detail="Item not found")
    return items[item_id]


@app.put("/items/{item_id}", response_model=Stored)
async def replace(item_id: int, item: Item):
    if item_id not in items:
        raise HTTPException(status_code=404, detail={"error": "no such item", "id": item_id})
    items[item_id] = {**jsonable_encoder(item), "id": item_id}
    return items[item_id]


class Change(BaseModel):
    name: Optional[str] = None
    price: Optional[float] = None


@app.patch("/items/{item_id}", response_model=Stored)
async def change(item_id: int, change: Change):
    if item_id not in items:
        raise HTTPException(status_code=404, detail="Item not found", headers={"X-Hint": "POST first"})
    items[item_id].update(change.model_dump(exclude_unset=True))
    return items[item_id]


@app.delete("/items/{item_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete(item_id: int):
    if items.pop(item_id, None) is None:
        raise HTTPException(status_code=404, detail="Item not found")
