# conformance: by hand (pydantic 2 alone does this)
# pydantic's dataclasses: fields with rules, factories and validators, at the call and as a request's body.
from dataclasses import field

from fastapi import FastAPI
from pydantic import Field, TypeAdapter, ValidationError, computed_field, field_validator, model_validator
from pydantic.dataclasses import dataclass

app = FastAPI()


@dataclass
class Size:
    width: int
    height: int = Field(default=1, gt=0)


@dataclass
class Item:
    name: str = Field(min_length=2)
    price: float = Field(gt=0)
    tags: list[str] = Field(default_factory=list)
    size: Size | None = None
    notes: list[str] = field(default_factory=lambda: ["-"])

    @field_validator("name")
    @classmethod
    def upper(cls, value):
        return value.upper()

    @model_validator(mode="after")
    def not_too_dear(self):
        if self.price > 100:
            raise ValueError(f"{self.name} is too dear")
        return self

    def __post_init__(self):
        self.tags.append("checked")


@dataclass
class Dated(Item):
    year: int = 2000


@app.post("/items")
async def create(item: Item) -> Item:
    return item


@app.post("/many")
async def many(items: list[Dated]):
    return [item.year for item in items]


print(Item("ab", "2.5", size={"width": "3"}))
print(Item(name="ab", price=1) == Item("ab", 1.0), Dated("xy", 1, year="1999"))
for args, said in ((("a", 0), {}), ((), {"price": 1}), (("ab",), {"price": 200}), (("ab", 1), {"size": {"width": "x", "height": 0}})):
    try:
        Item(*args, **said)
    except ValidationError as error:
        print(error)
print(TypeAdapter(Item).validate_python({"name": "cd", "price": "1"}), TypeAdapter(Item).dump_python(Item("ab", 1)))
