# Parameters of several values, sets, aliases, defaults that are lists, booleans in every spelling, headers given twice, deprecated and
# hidden ones.
from typing import List, Optional, Set

from fastapi import Cookie, FastAPI, Header, Query

app = FastAPI()


@app.get("/list")
async def lists(q: List[int] = Query([1, 2]), s: Set[str] = Query(set())):
    return {"q": q, "s": sorted(s)}


@app.get("/alias")
async def alias(item: Optional[str] = Query(None, alias="item-query", max_length=5), old: str = Query("x", deprecated=True)):
    return [item, old]


@app.get("/bool")
async def boolean(on: bool, off: bool = False):
    return [on, off]


@app.get("/headers")
async def headers(x_token: List[str] = Header([]), user_agent: Optional[str] = Header(None), strange: str = Header("-", convert_underscores=False)):
    return {"x": x_token, "agent": user_agent, "strange": strange}


@app.get("/cookies")
async def cookies(ads_id: Optional[str] = Cookie(None), n: int = Cookie(0, ge=0)):
    return [ads_id, n]


@app.get("/float")
async def number(x: float, y: Optional[float] = None):
    return [x, y]
