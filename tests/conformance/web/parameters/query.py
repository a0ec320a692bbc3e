# Query parameters: defaults, optional ones, lists, booleans, aliases, constraints.
from typing import List, Optional

from fastapi import FastAPI, Query

app = FastAPI()


@app.get("/items")
def items(q: Optional[str] = None, skip: int = 0, short: bool = False):
    return {"q": q, "skip": skip, "short": short}


@app.get("/needed")
def needed(name: str, size: float):
    return [name, size]


@app.get("/many")
def many(tag: List[str] = Query(default=["none"]), n: List[int] = Query(default=[])):
    return {"tag": tag, "n": n}


@app.get("/alias")
def alias(q: str = Query(alias="item-query", min_length=3, max_length=5, pattern="^[a-z]+$")):
    return q
