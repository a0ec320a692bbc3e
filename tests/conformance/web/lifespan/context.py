# A lifespan context manager: before and after everything.
from contextlib import asynccontextmanager

from fastapi import FastAPI

menu = {}


@asynccontextmanager
async def lifespan(app: FastAPI):
    menu["soup"] = 3
    print("open")
    yield
    menu.clear()
    print("closed")


app = FastAPI(lifespan=lifespan)


@app.get("/menu")
async def read_menu():
    return menu
