# HTTPException in all its forms, its handlers, and exceptions nobody handles: 500, and the program goes on.
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, PlainTextResponse

app = FastAPI()


class Unicorn(Exception):
    def __init__(self, name):
        self.name = name


@app.exception_handler(Unicorn)
async def on_unicorn(request: Request, error: Unicorn):
    return JSONResponse(status_code=418, content={"message": f"Oops! {error.name} did something.", "path": request.url.path})


@app.exception_handler(KeyError)
def on_key_error(request: Request, error: KeyError):
    return PlainTextResponse(f"no {error}", status_code=404)


@app.get("/raise/{what}")
async def raises(what: str):
    if what == "detail":
        raise HTTPException(status_code=404, detail="Item not found")
    if what == "default":
        raise HTTPException(status_code=403)
    if what == "json":
        raise HTTPException(400, detail={"code": 7, "list": [1, None]}, headers={"X-Error": "yes"})
    if what == "unicorn":
        raise Unicorn("Yolo")
    if what == "key":
        return {}["missing"]
    if what == "zero":
        return 1 / 0
    if what == "304":
        raise HTTPException(304)
    return what


@app.get("/sync-zero")
def sync_zero():
    return 1 / 0
