# conformance: by hand (pydantic 2 alone does this)
# model_validate(strict=True) converts nothing; from JSON, what JSON cannot say otherwise is converted still.
from datetime import date
from enum import Enum

from pydantic import BaseModel, TypeAdapter, ValidationError


class Color(Enum):
    red = "red"


class Inner(BaseModel):
    n: float


class Order(BaseModel):
    count: int = 1
    name: str = ""
    paid: bool = True
    day: date = date(2024, 1, 1)
    color: Color = Color.red
    tags: set[str] = set()
    inner: Inner | None = None


def show(check, given):
    try:
        print(check(given, strict=True))
    except ValidationError as error:
        print([(each["loc"], each["type"]) for each in error.errors()])


show(Order.model_validate, {"count": 2, "name": "x", "paid": False, "day": date(2025, 1, 2), "color": Color.red, "tags": {"a"}})
show(Order.model_validate, {"count": "2", "name": b"x", "paid": 1, "day": "2025-01-02", "color": "red", "tags": ["a"]})
show(Order.model_validate_json, '{"count": 2, "day": "2025-01-02", "color": "red", "tags": ["a"], "inner": {"n": 1}}')
show(Order.model_validate_json, '{"count": "2", "paid": 1, "inner": {"n": "1"}}')
print(Order.model_validate({"count": "2", "paid": 1}))
show(TypeAdapter(list[int]).validate_python, ("1",))
show(TypeAdapter(list[int]).validate_python, ["1", 2])
print(TypeAdapter(list[int]).validate_python(("1",)))
