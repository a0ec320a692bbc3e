# The tutorial's handlers: an own exception, HTTPException in plain text, validation errors with the body, the default ones called from
# within, an Exception's own page.
from fastapi import FastAPI, HTTPException, Request
from fastapi.exception_handlers import http_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException as StarletteHTTPException


class UnicornException(Exception):
    def __init__(self, name: str):
        self.name = name


class Item(BaseModel):
    title: str
    size: int


app = FastAPI()


@app.exception_handler(UnicornException)
async def unicorn(request: Request, exc: UnicornException):
    return JSONResponse(status_code=418, content={"message": f"Oops! {exc.name} did something. There goes a rainbow..."})


@app.exception_handler(StarletteHTTPException)
async def http(request: Request, exc):
    print("OMG! An HTTP error!:", exc.status_code, exc.detail)
    if exc.status_code == 404:
        return PlainTextResponse(str(exc.detail), status_code=404)
    return await http_exception_handler(request, exc)


@app.exception_handler(RequestValidationError)
async def validation(request: Request, exc: RequestValidationError):
    return JSONResponse({"places": [list(error["loc"]) for error in exc.errors()], "body": exc.body}, status_code=422)


@app.exception_handler(ZeroDivisionError)
def sync_handler(request: Request, exc: ZeroDivisionError):
    return PlainTextResponse(f"{type(exc).__name__} at {request.url.path}", status_code=400)


@app.get("/unicorns/{name}")
async def read_unicorn(name: str):
    if name == "yolo":
        raise UnicornException(name=name)
    return {"unicorn_name": name}


@app.get("/items/{item_id}")
async def read_item(item_id: int):
    if item_id == 3:
        raise HTTPException(status_code=418, detail="Nope! I don't like 3.", headers={"X-Error": "three"})
    return {"item": 10 // item_id}


@app.post("/items/")
async def create(item: Item):
    return item


@app.exception_handler(Exception)
async def everything(request: Request, exc: Exception):
    return JSONResponse({"error": repr(exc)}, status_code=500)


@app.get("/crash")
async def crash():
    raise LookupError("lost")
