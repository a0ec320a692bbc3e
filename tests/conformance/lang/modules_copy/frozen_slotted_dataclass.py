# A frozen dataclass with slots is copied by its fields, though nobody may set them.
import copy
from dataclasses import FrozenInstanceError, dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Point:
    x: int
    tags: list = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Named(Point):
    name: str = "?"


for one in (Point(1, [2]), Named(3, ["a"], "n")):
    other, deep = copy.copy(one), copy.deepcopy(one)
    print(other, deep, other == one == deep, other.tags is one.tags, deep.tags is one.tags)
    print(one.__getstate__(), replace(one, x=9))
    try:
        other.x = 5
    except FrozenInstanceError as error:
        print(error)
fresh = Point.__new__(Point)
fresh.__setstate__([7, "eight"])
print(fresh)
try:
    fresh.__setstate__(None)
except TypeError as error:
    print(error)
