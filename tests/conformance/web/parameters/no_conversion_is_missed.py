# Booleans in every spelling, numbers with spaces, signs and underscores, empty values, plus signs and escapes.
from typing import Optional

from fastapi import FastAPI, Query

app = FastAPI()


@app.get("/bool")
async def a_bool(v: bool):
    return v


@app.get("/int")
async def an_int(v: int):
    return v


@app.get("/float")
async def a_float(v: float):
    return v


@app.get("/str")
async def a_str(v: str, w: Optional[str] = Query(None, max_length=3, regex="^[a-z]+$")):
    return [v, w]
