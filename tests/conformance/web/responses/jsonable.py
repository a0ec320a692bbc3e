# What jsonable_encoder and JSON answers make of dataclasses, sets, enums, nested models, generators, objects and keys that are no texts.
import dataclasses
import enum
import uuid
from collections import deque
from datetime import date, datetime, time, timedelta, timezone
from typing import Optional

from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel

app = FastAPI()


class Level(enum.IntEnum):
    low = 1
    high = 2


@dataclasses.dataclass
class Point:
    x: int
    y: Optional[float] = None


class Model(BaseModel):
    when: datetime
    level: Level = Level.low
    point: dict = {}


class Plain:
    def __init__(self):
        self.a = 1
        self.b = {"c": (1, 2)}


@app.get("/values")
async def values():
    return {"point": Point(1), "level": Level.high, "deque": deque([1]), "model": Model(when=datetime(2024, 1, 2, 3, 4, 5, 6)), "plain": Plain(),
            "keys": {1: "a", True: "b", 2.5: "c"}, "days": [date(2024, 1, 2), time(3, 4), timedelta(days=1, seconds=1.5)],
            "zone": datetime(2024, 1, 2, tzinfo=timezone.utc), "id": uuid.UUID(int=7)}


@app.get("/encoded")
def encoded():
    model = Model(when=datetime(2024, 1, 2))
    return [jsonable_encoder(model, exclude={"when"}), jsonable_encoder({"a": None, "b": 1}, exclude_none=True), jsonable_encoder({Level.low: {1, }}),
            jsonable_encoder(Point(2), custom_encoder={Point: lambda p: f"({p.x})"}), jsonable_encoder(model, exclude_unset=True)["when"]]
