# conformance: by hand (pydantic 2 alone does this)
# A computed field over a cached property is worked out once, and is no part of what models are compared by.
from functools import cached_property

from pydantic import BaseModel, computed_field


class Circle(BaseModel):
    radius: float = 1

    @computed_field
    @cached_property
    def area(self) -> float:
        print("worked out")
        return 3 * self.radius**2


circle = Circle(radius=2)
print(circle == Circle(radius=2))
print(repr(circle), circle.area, circle.model_dump(), circle.model_dump_json())
print(circle == Circle(radius=2))
print(Circle.model_json_schema(mode="serialization"))
