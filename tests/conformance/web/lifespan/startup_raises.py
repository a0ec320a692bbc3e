# conformance: stderr
# An exception in startup ends the program: nobody is served.
from contextlib import asynccontextmanager

from fastapi import FastAPI


@asynccontextmanager
async def lifespan(app: FastAPI):
    print("connecting")
    raise ConnectionError("the database is down")
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/")
async def never():
    return "never"
