# Exceptions late: in a background task, in a dependency after its yield, in middleware, in a handler of exceptions.
from fastapi import BackgroundTasks, Depends, FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


class Oops(Exception):
    pass


@app.exception_handler(Oops)
async def oops(request: Request, error: Oops):
    if request.query_params.get("worse"):
        raise RuntimeError("handler broke")
    return JSONResponse({"oops": str(error)}, status_code=400)


@app.exception_handler(500)
async def server_error(request: Request, error: Exception):
    return JSONResponse({"server": type(error).__name__}, status_code=500)


async def failing():
    yield 1
    print("after yield")
    raise Oops("too late")


@app.get("/late")
async def late(value: int = Depends(failing)):
    return value


@app.get("/background")
async def background(tasks: BackgroundTasks):
    def fail():
        raise Oops("in background")

    tasks.add_task(fail)
    return "sent"


@app.get("/oops")
async def plain():
    raise Oops("now")


@app.get("/unknown")
async def unknown():
    return {}["key"]
