# A program's own validators: field_validator, their ValueError in the answer, and the value they give back.
from fastapi import FastAPI
from pydantic import BaseModel, field_validator

app = FastAPI()


class User(BaseModel):
    name: str
    age: int = 0

    @field_validator("name")
    @classmethod
    def tidy(cls, value):
        if " " in value:
            raise ValueError("must be one word")
        return value.title()

    @field_validator("age")
    @classmethod
    def old_enough(cls, value):
        if value < 18:
            raise ValueError(f"{value} is too young")
        return value


@app.post("/users")
async def users(user: User):
    return user
