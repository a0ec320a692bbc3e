# Classes as dependencies, dependencies of routes and routers, errors collected from all of them, and one that answers first.
from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Query

app = FastAPI()


class Paging:
    def __init__(self, skip: int = 0, limit: int = Query(10, le=100)):
        self.skip, self.limit = skip, limit


class Checker:
    def __init__(self, wanted):
        self.wanted = wanted

    def __call__(self, q: str = ""):
        return self.wanted in q


def user(x_user: str = Header(...)):
    if x_user == "nobody":
        raise HTTPException(status_code=401, detail="who?")
    return x_user


async def number(n: int):
    return n


@app.get("/paged")
async def paged(page: Paging = Depends(), found: bool = Depends(Checker("fish"))):
    return [page.skip, page.limit, found]


@app.get("/both")
async def both(who: str = Depends(user), n: int = Depends(number), m: int = 0):
    return [who, n, m]


router = APIRouter(prefix="/shop", dependencies=[Depends(user)])


@router.get("/")
async def shop():
    return "shop"


@router.get("/{n}", dependencies=[Depends(number)])
async def shelf(n: int):
    return n


app.include_router(router, prefix="/v1")
