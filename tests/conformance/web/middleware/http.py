# Middleware: the last added is outermost; it sees 404s, answers by itself, catches, changes headers; background tasks come after.
import asyncio

from fastapi import BackgroundTasks, FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse

app = FastAPI()


@app.middleware("http")
async def inner(request: Request, call_next):
    if request.url.path == "/short":
        return JSONResponse({"short": True})
    try:
        return await call_next(request)
    except ZeroDivisionError:
        print("caught")
        return PlainTextResponse("caught", status_code=503)


@app.middleware("http")
async def outer(request: Request, call_next):
    print("in", request.url.path)
    response = await call_next(request)
    response.headers["X-Outer"] = "1"
    print("out", response.status_code)
    return response


@app.get("/plain")
async def plain(tasks: BackgroundTasks):
    tasks.add_task(later)
    return "plain"


async def later():
    await asyncio.sleep(1)
    print("later")


@app.get("/broken")
async def broken():
    return 1 // 0


@app.get("/stream")
async def stream():
    async def numbers():
        for number in range(3):
            yield f"{number}\n"
            await asyncio.sleep(0.5)

    return StreamingResponse(numbers(), media_type="text/plain")


@app.post("/body")
async def body(request: Request):
    return (await request.body()).decode()
