# Exceptions: the program's own handlers by class and status, HTTPException, an endpoint that raises, and what the next request gets.
from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse, PlainTextResponse

app = FastAPI()


class SoldOut(Exception):
    def __init__(self, what):
        self.what = what


class VerySoldOut(SoldOut):
    pass


@app.exception_handler(SoldOut)
async def sold_out(request: Request, error: SoldOut):
    return JSONResponse({"sold out": error.what, "at": request.url.path}, status_code=410)


@app.exception_handler(404)
def missing(request: Request, error: HTTPException):
    return PlainTextResponse(f"nothing at {request.url.path}: {error.detail}", status_code=404)


@app.get("/soup")
async def soup():
    raise SoldOut("soup")


@app.get("/cake")
def cake():
    raise VerySoldOut("cake")


@app.get("/teapot")
async def teapot():
    raise HTTPException(418)


@app.get("/list")
async def a_list():
    raise HTTPException(status_code=400, detail=["a", {"b": 1}], headers={"X-Why": "because"})


@app.get("/hidden")
async def hidden():
    raise HTTPException(status_code=404, detail="not for you")


@app.get("/broken")
async def broken():
    return 1 // 0


@app.get("/empty")
async def empty():
    raise HTTPException(status_code=304)
