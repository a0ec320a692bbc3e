# Dependencies with yield: opened in order, closed innermost first after the response and its background tasks; exceptions pass through.
from fastapi import BackgroundTasks, Depends, FastAPI, HTTPException

app = FastAPI()


async def connection():
    print("connect")
    try:
        yield "connection"
    except ValueError as error:
        print("connection saw", error)
        raise HTTPException(status_code=400, detail="rolled back")
    finally:
        print("disconnect")


def session(connection: str = Depends(connection)):
    print("open session")
    try:
        yield connection + "/session"
    finally:
        print("close session")


def counter():
    print("counted")
    return 1


@app.get("/fine")
async def fine(tasks: BackgroundTasks, session: str = Depends(session), again: str = Depends(connection), a: int = Depends(counter), b: int = Depends(counter)):
    tasks.add_task(print, "background")
    print("endpoint")
    return [session, again, a + b]


@app.get("/twice")
async def twice(a: int = Depends(counter, use_cache=False), b: int = Depends(counter, use_cache=False)):
    return a + b


@app.get("/refused")
async def refused(session: str = Depends(session)):
    raise HTTPException(status_code=409, detail={"why": "busy"}, headers={"X-Why": "busy"})


@app.get("/broken")
async def broken(session: str = Depends(session)):
    raise ValueError("no stock")
