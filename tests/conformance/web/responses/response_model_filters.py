# What of a model is shown: response_model alone, include, exclude, unset and default fields, None, aliases, lists, unions, a status
# without a body.
from typing import List, Optional, Union

from fastapi import FastAPI, Response
from pydantic import BaseModel, Field

app = FastAPI()


class Public(BaseModel):
    name: str
    age: int = 30
    nick: Optional[str] = None
    tags: List[str] = []


class Secret(Public):
    password: str


class Named(BaseModel):
    item_id: int = Field(alias="itemId")
    price: float = 1.0


ann = Secret(name="Ann", password="hunter2", tags=["x"])


@app.get("/public", response_model=Public)
async def public():
    return ann


@app.get("/unset", response_model=Public, response_model_exclude_unset=True)
async def unset():
    return {"name": "Bob", "nick": None}


@app.get("/defaults", response_model=Public, response_model_exclude_defaults=True)
async def defaults():
    return {"name": "Bob", "age": 30, "tags": ["y"]}


@app.get("/none", response_model=Public, response_model_exclude_none=True)
async def without_none():
    return {"name": "Bob"}


@app.get("/include", response_model=Public, response_model_include={"name", "age"})
async def include():
    return ann


@app.get("/exclude", response_model=Public, response_model_exclude={"tags"})
async def exclude():
    return ann


@app.get("/list", response_model=List[Public])
async def several():
    return [ann, {"name": "Cid", "password": "x"}]


@app.get("/alias", response_model=Named)
async def alias():
    return {"itemId": 3}


@app.get("/names", response_model=Named, response_model_by_alias=False)
async def names():
    return {"itemId": 3}


@app.get("/annotated")
async def annotated() -> Public:
    return ann


@app.delete("/gone", status_code=204)
async def gone():
    return None


@app.get("/raw", response_model=Public)
async def raw():
    return Response("as it is", media_type="text/x-raw", status_code=203)


@app.get("/wrong", response_model=Public)
async def wrong():
    return {"age": "no name"}
