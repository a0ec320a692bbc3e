# field_validator: its words in the 422, conversions before the type, and values that it changes.
from fastapi import FastAPI
from pydantic import BaseModel, field_validator

app = FastAPI()


class Signup(BaseModel):
    name: str
    age: int

    @field_validator("name")
    @classmethod
    def capital(cls, v: str):
        if not v:
            raise ValueError("name must not be empty")
        return v.title()

    @field_validator("age", mode="before")
    @classmethod
    def years(cls, v):
        return v.removesuffix(" years") if isinstance(v, str) else v


@app.post("/signup")
def signup(data: Signup):
    return data
