# conformance: by hand (pydantic 2 alone does this)
# Constraints of annotated_types, names of typing_extensions and pydantic_core, tags found by a function, and what is written as it is.
from typing import Any, Union

from annotated_types import Ge, Interval, Len, Lt, MaxLen, MinLen, MultipleOf
from pydantic import BaseModel, Discriminator, Field, JsonValue, SecretBytes, SerializeAsAny, Tag, ValidationError
from pydantic_core import PydanticCustomError, to_jsonable_python
from typing_extensions import Annotated, Literal, Self, TypedDict, override


class Limits(BaseModel):
    a: Annotated[int, Ge(1), Lt(5)] = 1
    b: Annotated[str, MinLen(2), MaxLen(3)] = "bb"
    c: Annotated[list[int], Len(1, 2)] = [1]
    d: Annotated[float, Interval(gt=0, le=1), MultipleOf(0.5)] = 0.5


try:
    Limits(a=5, b="x", c=[], d=1.5)
except ValidationError as error:
    print([(each["loc"], each["msg"]) for each in error.errors()])
print(Limits(a="4", b="abc", c=["1"], d=1), Ge(3), Len(2))


class Pie(BaseModel):
    time: int


class ApplePie(Pie):
    fruit: Literal["apple"] = "apple"


class PumpkinPie(Pie):
    filling: Literal["pumpkin"] = "pumpkin"


def kind_of(value: Any):
    if isinstance(value, dict):
        return value.get("fruit", value.get("filling"))
    return getattr(value, "fruit", getattr(value, "filling", None))


class Dinner(BaseModel):
    dessert: Annotated[Union[Annotated[ApplePie, Tag("apple")], Annotated[PumpkinPie, Tag("pumpkin")]], Discriminator(kind_of)]


print(repr(Dinner(dessert={"fruit": "apple", "time": "60"})), repr(Dinner(dessert=PumpkinPie(time=1))))
for wrong in ({"fruit": "pear"}, {}, {"fruit": "apple"}):
    try:
        Dinner(dessert=wrong)
    except ValidationError as error:
        print([(each["type"], each["loc"], each["msg"]) for each in error.errors()])


class Oven(BaseModel):
    narrow: Pie
    wide: SerializeAsAny[Pie]
    many: list[SerializeAsAny[Pie]] = []
    data: JsonValue = None
    key: SecretBytes = b"k"


oven = Oven(narrow=ApplePie(time=1), wide=ApplePie(time=2), many=[ApplePie(time=3)], data={"a": [1]})
print(oven.model_dump(), Oven(narrow=oven.narrow, wide=oven.wide, key=b"secret").key)
print(to_jsonable_python({"pie": oven.narrow}), str(PydanticCustomError("odd", "{n} is odd", {"n": 3})))
