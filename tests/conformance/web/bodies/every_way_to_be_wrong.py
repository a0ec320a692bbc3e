# JSON bodies: one model, several, embedded, lists, dicts, plain values; and every way for a body to be wrong.
from typing import Dict, List, Optional

from fastapi import Body, FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


class Part(BaseModel):
    label: str
    weight: float = 1.0


class Item(BaseModel):
    name: str = Field(..., min_length=2)
    price: float
    count: int = Field(1, ge=1)
    parts: List[Part] = []
    note: Optional[str] = None


@app.post("/one", status_code=201)
async def one(item: Item):
    return item


@app.post("/two")
async def two(item: Item, urgent: bool = Body(False)):
    return {"item": item, "urgent": urgent}


@app.post("/embedded")
async def embedded(item: Part = Body(..., embed=True)):
    return item


@app.post("/many")
async def many(parts: List[Part]):
    return [part.label for part in parts]


@app.post("/counts")
async def counts(counts: Dict[str, int]):
    return sum(counts.values())


@app.post("/value")
async def value(n: int = Body(...)):
    return n * 2
