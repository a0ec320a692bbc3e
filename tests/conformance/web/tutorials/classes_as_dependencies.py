# Dependencies as the tutorial has them: classes, classes with parameters, sub-dependencies, in the decorator, for all routes, a cache.
import asyncio
from typing import Dict, Optional

from fastapi import Cookie, Depends, FastAPI, Header, HTTPException, Query


async def verify_key(x_key: str = Header("")):
    if x_key == "stolen":
        raise HTTPException(400, "X-Key header invalid")
    return x_key


app = FastAPI(dependencies=[Depends(verify_key)])
cache: Dict[str, int] = {}


class CommonQueryParams:
    def __init__(self, q: Optional[str] = None, skip: int = Query(0, ge=0), limit: int = 100):
        self.q, self.skip, self.limit = q, skip, limit


class FixedContentQueryChecker:
    def __init__(self, fixed_content: str):
        self.fixed_content = fixed_content

    def __call__(self, q: str = ""):
        return self.fixed_content in q if q else False


checker = FixedContentQueryChecker("bar")


def query_extractor(q: Optional[str] = None):
    print("extracting", q)
    return q


def query_or_cookie_extractor(q: Optional[str] = Depends(query_extractor), last_query: Optional[str] = Cookie(None)):
    return q or last_query


async def computed(name: str):
    if name not in cache:
        await asyncio.sleep(1)
        cache[name] = len(name)
    return cache[name]


@app.get("/items/")
async def read_items(commons: CommonQueryParams = Depends()):
    return {"q": commons.q, "items": list(range(10))[commons.skip:commons.skip + commons.limit]}


@app.get("/query-checker/")
async def read_query_check(fixed: bool = Depends(checker)):
    return {"fixed_content_in_query": fixed}


@app.get("/last/")
async def last(found: Optional[str] = Depends(query_or_cookie_extractor), q: Optional[str] = Depends(query_extractor)):
    return [found, q]


@app.get("/computed/{name}", dependencies=[Depends(query_extractor)])
async def read_computed(value: int = Depends(computed)):
    return value
