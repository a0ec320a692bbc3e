# conformance: by hand (pydantic 2 alone does this)
# What stands in Annotated acts in its order: a constraint before a validator sees what came, one after it what it made.
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationError


class Order(BaseModel):
    before: Annotated[str, Field(max_length=3), AfterValidator(lambda text: text + "!!!")]
    after: Annotated[str, AfterValidator(lambda text: text + "!!!"), Field(max_length=3)] = ""
    turned: Annotated[int, Field(ge=0), AfterValidator(lambda number: -number), Field(le=0)] = 0
    default: Annotated[int, AfterValidator(lambda number: number * 2)] = Field(default=0, lt=10)
    first: Annotated[int, BeforeValidator(lambda value: print("b1") or value), BeforeValidator(lambda value: print("b2") or value)] = 0


print(Order(before="abc", turned=5, default=4, first=1))
for wrong in ({"before": "abcd"}, {"before": "", "after": "x"}, {"before": "", "turned": -1}, {"before": "", "default": 5}):
    try:
        Order(**wrong)
    except ValidationError as error:
        print([(each["loc"], each["type"], each["input"]) for each in error.errors()])
