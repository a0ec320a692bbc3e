# conformance: by hand (pydantic 2 alone does this)
# validate_call says of every argument what is wrong, and of those that are missing or too many.
import asyncio
from typing import Annotated

from pydantic import Field, ValidationError, validate_call


@validate_call
def add(a: int, b: Annotated[int, Field(gt=0)] = 1, *, c: float = 0):
    return a, b, c


@validate_call
def many(first: str, /, *rest: int, last: bool, **named: float):
    return first, rest, last, named


@validate_call(validate_return=True)
async def later(text: str = Field(default="x", min_length=1)) -> int:
    return text


print(add("1", b="2"), add(1, c="3"), many("a", "1", 2, last="yes", x="1.5"))
print(asyncio.run(later("7")), add.__name__, add.raw_function("q"))
for call in (lambda: add(), lambda: add("q", 0), lambda: add(1, 2, 3, d=4), lambda: add(1, a=2), lambda: many(), lambda: many("a", "b", last=1),
             lambda: asyncio.run(later()), lambda: asyncio.run(later(""))):
    try:
        print(call())
    except ValidationError as error:
        print(error.title, [(each["type"], each["loc"], each["msg"], each["input"]) for each in error.errors()])
