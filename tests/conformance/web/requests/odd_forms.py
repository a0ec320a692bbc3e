# Forms that end early, and multipart bodies that are none; a scheme's own name; the cookie that deletes another.
from fastapi import Depends, FastAPI, File, Request, Response
from fastapi.security import HTTPDigest

app = FastAPI()


@app.get("/cookie")
def cookie():
    response = Response("x")
    response.delete_cookie("sid")
    return response.headers["set-cookie"]


@app.get("/digest")
def digest(given=Depends(HTTPDigest())):
    return given


@app.post("/form")
async def form(request: Request):
    return dict(await request.form())


@app.post("/file")
async def file(file: bytes = File()):
    return len(file)


@app.get("/routes")
def routes():
    return [route.path for route in app.routes]
