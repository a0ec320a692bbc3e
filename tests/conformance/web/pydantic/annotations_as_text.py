# conformance: by hand (pydantic 2 alone does this)
# With the future import every annotation is a text; those of classes inside a function are looked up there.
from __future__ import annotations

from typing import ClassVar, List, Optional

from pydantic import BaseModel, Field


class Tree(BaseModel):
    made: ClassVar[int] = 0
    name: str = Field(min_length=1)
    parts: List[Tree] = Field(default_factory=list)
    leaf: Optional[Leaf] = None


class Leaf(BaseModel):
    size: int = Field(default=1, gt=0)


print(Tree(name="a", parts=[{"name": "b", "leaf": {"size": "3"}}]), Tree.made)
try:
    Tree(name="", leaf={"size": 0})
except ValueError as error:
    print([(each["loc"], each["msg"]) for each in error.errors()])


def inside():
    class Inner(BaseModel):
        n: int

    class Outer(BaseModel):
        inner: Inner

    return Outer(inner={"n": "4"})


print(inside())
