# First match wins; 404, 405, slashes, HEAD, OPTIONS; api_route, mounts, url_for.
from fastapi import FastAPI, Request

app = FastAPI()


@app.get("/users/me")
async def me():
    return "me"


@app.get("/users/{name}")
async def user(name: str):
    return name


@app.get("/users/last")
async def last():
    return "never"


@app.post("/users/")
async def create():
    return "created"


@app.api_route("/any", methods=["GET", "DELETE"])
async def any_of(request: Request):
    return request.method


@app.get("/where", name="place")
async def where(request: Request):
    return [str(request.url), request.url.path, str(request.url_for("user", name="x")), str(request.base_url), request.client.port,
            dict(request.query_params), request.headers["host"]]


inner = FastAPI()


@inner.get("/hello")
async def hello(request: Request):
    return request.scope["root_path"]


app.mount("/inner", inner)
