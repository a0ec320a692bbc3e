# Annotated dependencies and parameters, shared by several endpoints.
from typing import Annotated

from fastapi import Depends, FastAPI, Query

app = FastAPI()


async def common(q: str | None = None, skip: int = 0, limit: Annotated[int, Query(ge=1, le=50)] = 10):
    return {"q": q, "skip": skip, "limit": limit}


Common = Annotated[dict, Depends(common)]


@app.get("/items/")
async def items(params: Common):
    return params


@app.get("/users/")
async def users(params: Common, tag: Annotated[list[str], Query()] = []):
    return {**params, "tag": tag}
