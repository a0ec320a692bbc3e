# Path, query, header and cookie parameters: conversion, defaults, lists, repeated names, enums, and what each mistake is called.
import enum
from typing import List, Optional

from fastapi import Cookie, FastAPI, Header, Path, Query

app = FastAPI()


class Size(str, enum.Enum):
    small = "small"
    large = "large"


@app.get("/items/{item_id}")
async def item(item_id: int, q: Optional[str] = None, short: bool = False, size: Size = Size.small):
    return {"item_id": item_id, "q": q, "short": short, "size": size}


@app.get("/limits/{low}")
def limits(low: float = Path(..., gt=0.0, lt=10.0), page: int = Query(1, ge=1, le=5), word: str = Query("abc", min_length=2, max_length=4)):
    return [low, page, word]


@app.get("/lists")
async def lists(n: List[int] = Query([7]), tag: Optional[List[str]] = Query(None, alias="tag-name")):
    return {"n": n, "tag": tag}


@app.get("/heads")
async def heads(x_token: str = Header(...), user_agent: Optional[str] = Header(None), seen: Optional[int] = Cookie(None)):
    return [x_token, user_agent, seen]


@app.get("/files/{path:path}")
async def files(path: str):
    return path
