# conformance: by hand (pydantic 2 alone does this)
# A ClassVar with a value belongs to the class and is no field.
from typing import ClassVar

from pydantic import BaseModel


class Shape(BaseModel):
    kinds: ClassVar[list[str]] = ["round", "square"]
    count: ClassVar = 0
    kind: str = "round"


shape = Shape(kinds=["other"])
Shape.count += 1
print(shape, Shape.kinds, Shape.count, shape.kinds is Shape.kinds)
print(list(Shape.model_fields), shape.model_dump())
