# Classes as dependencies, instances with __call__, Depends() without an argument, dependencies of a route and of the app.
from fastapi import Depends, FastAPI, Header, HTTPException


class Paging:
    def __init__(self, skip: int = 0, limit: int = 100):
        self.skip = skip
        self.limit = limit


class Contains:
    def __init__(self, word: str):
        self.word = word

    def __call__(self, q: str = ""):
        return self.word in q


async def key_needed(x_key: str = Header()):
    if x_key != "secret":
        raise HTTPException(status_code=400, detail="X-Key header invalid")
    print("key checked")


async def everywhere():
    print("everywhere")


app = FastAPI(dependencies=[Depends(everywhere)])


@app.get("/items")
async def items(paging: Paging = Depends(), has_bar: bool = Depends(Contains("bar"))):
    return {"skip": paging.skip, "limit": paging.limit, "bar": has_bar}


@app.get("/locked", dependencies=[Depends(key_needed)])
async def locked():
    return "open"
