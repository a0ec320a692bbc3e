# conformance: stderr
# An endpoint that raises: 500 for its client, and the program's traceback, as uvicorn logs it; chained exceptions too.
from fastapi import FastAPI

app = FastAPI()


def divide(a, b):
    return a / b


@app.get("/divide/{b}")
async def endpoint(b: int):
    try:
        return divide(1, b)
    except ZeroDivisionError as error:
        raise ValueError("cannot divide") from error


@app.get("/thread")
def in_thread():
    return [][1]
