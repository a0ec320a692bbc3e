# Yield dependencies: set up outermost first, torn down innermost first, after the response; an exception is thrown in at the yield.
from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()


async def database():
    print("db open")
    try:
        yield {"db": 1}
    except ValueError as e:
        print("db sees", repr(e))
        raise
    finally:
        print("db close")


def session(db: dict = Depends(database)):
    print("session begin")
    try:
        yield {**db, "session": 2}
        print("session commit")
    except HTTPException as e:
        print("session rollback", e.status_code)
        raise
    finally:
        print("session end")


@app.get("/ok")
async def ok(s: dict = Depends(session)):
    print("endpoint")
    return s


@app.get("/http-error")
async def http_error(s: dict = Depends(session)):
    raise HTTPException(409, "conflict")


@app.get("/value-error")
async def value_error(db: dict = Depends(database)):
    raise ValueError("broken")
