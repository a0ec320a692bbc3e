# The end of a lifespan that raises: the clients have been served, the program ends with the exception.
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request


@asynccontextmanager
async def lifespan(app: FastAPI):
    app.state.served = 0
    print("open")
    yield
    print("served", app.state.served)
    raise RuntimeError("the key is lost")


app = FastAPI(lifespan=lifespan)


@app.get("/")
async def root(request: Request):
    request.app.state.served += 1
    return request.app.state.served
