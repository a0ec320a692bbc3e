# Path parameters: order of routes, numbers, enums, :path, unquoting, constraints.
from enum import Enum

from fastapi import FastAPI, Path

app = FastAPI()


class Model(str, Enum):
    alex = "alexnet"
    res = "resnet"


@app.get("/users/me")
async def me():
    return "me"


@app.get("/users/{user_id}")
async def user(user_id: str):
    return user_id


@app.get("/items/{item_id}")
async def item(item_id: int = Path(ge=1, le=1000)):
    return {"item_id": item_id}


@app.get("/models/{name}")
async def model(name: Model):
    return {"name": name, "is_alex": name is Model.alex, "value": name.value}


@app.get("/files/{file_path:path}")
async def files(file_path: str):
    return {"path": file_path}


@app.get("/floats/{x}/and/{y}")
async def floats(x: float, y: bool):
    return [x, y]
