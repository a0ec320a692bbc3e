# response_model filters and coerces; a returned Response passes it by; what does not fit is a 500.
from typing import List, Optional

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel

app = FastAPI()


class UserIn(BaseModel):
    name: str
    password: str
    email: Optional[str] = None


class UserOut(BaseModel):
    name: str
    email: Optional[str] = None
    score: float = 62.0


@app.post("/users", response_model=UserOut, status_code=201)
async def create(user: UserIn):
    return user


@app.get("/unset", response_model=UserOut, response_model_exclude_unset=True)
async def unset():
    return {"name": "ann", "score": 5, "more": "dropped"}


@app.get("/no-none", response_model=UserOut, response_model_exclude_none=True)
async def no_none():
    return UserOut(name="bob")


@app.get("/list")
async def a_list() -> List[UserOut]:
    return [UserOut(name="a"), UserOut(name="b", score=1)]


@app.get("/response", response_model=UserOut)
async def response():
    return JSONResponse({"anything": True})


@app.get("/wrong", response_model=UserOut)
async def wrong():
    return {"email": "x"}


@app.get("/include", response_model=UserOut, response_model_include={"name"})
async def include():
    return {"name": "ann", "email": "e"}
