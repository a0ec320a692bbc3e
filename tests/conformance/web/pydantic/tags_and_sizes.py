# conformance: by hand (pydantic 2 alone does this)
# A body chosen by its tag: tags of every kind, bodies that are no objects, unions inside unions; and a number that is too long.
from typing import Annotated, Literal, Union

from fastapi import Body, FastAPI
from pydantic import BaseModel, Field


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]
    breed: Literal["big"]


class Lapdog(BaseModel):
    kind: Literal["dog"]
    breed: Literal["small"]


Pet = Annotated[Union[Cat, Annotated[Union[Dog, Lapdog], Field(discriminator="breed")]], Field(discriminator="kind")]


class Owner(BaseModel):
    pet: Pet


app = FastAPI()


@app.post("/pets")
async def pets(pet: Annotated[Union[Cat, Dog], Body(discriminator="kind")]):
    return pet


@app.post("/owners")
async def owners(owner: Owner):
    return type(owner.pet).__name__


@app.get("/number/{number}")
async def number(number: int):
    return len(str(number))
