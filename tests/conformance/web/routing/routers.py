# Routers in routers: prefixes, tags, dependencies and responses add up; the same router twice; a route class of one's own; overridden names.
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.routing import APIRoute

app = FastAPI(title="Shop", dependencies=[Depends(lambda: print("app"))])


class Timed(APIRoute):
    def get_route_handler(self):
        handler = super().get_route_handler()

        async def timed(request: Request):
            response = await handler(request)
            response.headers["X-Timed"] = "yes"
            print("timed", request.url.path)
            return response

        return timed


inner = APIRouter(prefix="/inner", dependencies=[Depends(lambda: print("inner"))])
outer = APIRouter(prefix="/outer", route_class=Timed, dependencies=[Depends(lambda: print("outer"))])


@inner.get("/{n}", dependencies=[Depends(lambda: print("route"))])
async def read(n: int):
    return n


@outer.get("/own")
async def own():
    return "own"


@outer.post("/own")
async def own_post(request: Request):
    return await request.json()


outer.include_router(inner)
app.include_router(outer)
app.include_router(inner, prefix="/again")


@app.get("/urls")
async def urls(request: Request):
    return [str(app.url_path_for("read", n=3)), request.app.title, str(request.url_for("own"))]
