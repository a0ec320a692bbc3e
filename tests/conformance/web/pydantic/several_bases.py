# conformance: by hand (pydantic 2 alone does this)
# Validators and serializers come from every base; one of the same name takes the place of the base's.
from pydantic import BaseModel, field_serializer, field_validator, model_validator


class Named(BaseModel):
    name: str = "n"

    @field_validator("name")
    @classmethod
    def upper(cls, value):
        return value.upper()

    @model_validator(mode="after")
    def said(self):
        print("named", self.name)
        return self


class Stamped(BaseModel):
    at: int = 1

    @field_validator("at")
    @classmethod
    def later(cls, value):
        return value + 1

    @field_serializer("at")
    def shown(self, value):
        return f"@{value}"

    @model_validator(mode="before")
    @classmethod
    def moved(cls, data):
        return {**data, "at": data.get("when", 0)}


class User(Named, Stamped):
    pass


class Quiet(User):
    @field_validator("name")
    @classmethod
    def upper(cls, value):
        return value.lower()


print(User(name="a", when=5).model_dump())
print(Quiet(name="B", when=7).model_dump())
