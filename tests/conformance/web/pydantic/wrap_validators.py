# conformance: by hand (pydantic 2 alone does this)
# A wrap validator may catch what its handler finds wrong, and answer otherwise.
from typing import Annotated

from pydantic import BaseModel, ValidationError, WrapValidator, field_validator, model_validator


def or_nothing(value, handler):
    try:
        return handler(value)
    except ValidationError as error:
        print("caught", [(each["loc"], each["type"]) for each in error.errors()])
        return []


class Settings(BaseModel):
    size: int = 0
    tags: Annotated[list[int], WrapValidator(or_nothing)] = [1]

    @field_validator("size", mode="wrap")
    @classmethod
    def at_least_something(cls, value, handler, info):
        try:
            return handler(value)
        except ValidationError:
            if value == "raise":
                raise
            return len(info.field_name)

    @model_validator(mode="wrap")
    @classmethod
    def noticed(cls, data, handler):
        made = handler(data)
        print("made", made)
        return made


print(Settings(size="x", tags=["1", "y"]))
print(Settings.model_validate({"size": "7", "tags": ["1"]}))
try:
    Settings(size="raise")
except ValidationError as error:
    print([(each["loc"], each["type"], each["input"]) for each in error.errors()])
