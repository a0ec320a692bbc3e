# What an endpoint may return: plain values, responses of every kind, headers, cookies, statuses, and response models that filter.
import datetime
import enum
from typing import List

from fastapi import FastAPI, Response, status
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse
from pydantic import BaseModel

app = FastAPI()


class Color(enum.Enum):
    red = 1


class Public(BaseModel):
    name: str
    score: float = 0.0


class Secret(Public):
    password: str = "hidden"


@app.get("/values")
async def values():
    return {"é": "ü\n", "t": (1, 2.5), "when": datetime.datetime(2024, 5, 6, 7, 8), "for": datetime.timedelta(minutes=1.5),
            "c": Color.red, "s": {3}, "b": b"x", 5: None, "big": 10**20, "f": 1e22}


@app.get("/text", response_class=PlainTextResponse)
def text():
    return "wörds"


@app.get("/html", response_class=HTMLResponse)
async def html():
    return "<h1>Hi</h1>"


@app.get("/json")
async def json():
    return JSONResponse({"a": [1, None, True]}, status_code=418, headers={"X-Kind": "pot"})


@app.get("/away")
async def away():
    return RedirectResponse("/text?q=ü x", status_code=302)


@app.get("/set")
async def set_things(response: Response):
    response.headers["X-One"] = "1"
    response.set_cookie("seen", "a b", max_age=60, httponly=True)
    response.status_code = status.HTTP_202_ACCEPTED
    return "set"


@app.delete("/gone", status_code=204)
async def gone():
    return None


@app.get("/filtered", response_model=Public)
async def filtered():
    return Secret(name="Ann", score=62)


@app.get("/list", response_model=List[Public])
def several():
    return [Secret(name="Ann"), {"name": "Bob", "score": "2", "password": "x"}]


@app.get("/unset", response_model=Secret, response_model_exclude_unset=True)
async def unset():
    return Secret(name="Ann")


@app.get("/less", response_model=Secret, response_model_exclude={"password"}, response_model_include={"name", "password"})
async def less():
    return Secret(name="Ann")


@app.get("/nan")
async def nan():
    return float("nan")


@app.get("/wrong", response_model=Public)
async def wrong():
    return {"score": 1}


@app.get("/odd")
async def odd():
    return object
