# conformance: by hand (pydantic 2 alone does this)
# A validator is given the fields before its own alone; so is a default's factory with a parameter.
from pydantic import BaseModel, Field, field_validator, validator


class Span(BaseModel):
    start: int
    length: int = Field(default=1, validate_default=True)
    end: int = Field(default_factory=lambda data: data["start"] + data["length"])
    tags: list[str] = Field(default_factory=list)

    @field_validator("length", "end")
    @classmethod
    def noticed(cls, value, info):
        print(info.field_name, info.data)
        return value


print(Span(start=2))
print(Span(start=2, length=3, end=9))


class Old(BaseModel):
    a: int = 1
    b: int = 2

    @validator("b", always=True)
    def noticed(cls, value, values):
        print(values)
        return value


Old()
Old(a="x" and 5)
