# What an endpoint may return: models, lists, None, numbers, strings, responses of every kind, tuples, sets of one.
import datetime
import uuid
from enum import Enum

from fastapi import FastAPI, Response, status
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse

app = FastAPI()


class Color(Enum):
    red = "RED"


@app.get("/none")
def none():
    return None


@app.get("/values")
def values():
    return {
        "date": datetime.date(2024, 2, 29), "time": datetime.datetime(2024, 2, 29, 12, 30, 15), "delta": datetime.timedelta(minutes=1.5),
        "uuid": uuid.UUID(int=5), "enum": Color.red, "tuple": (1, 2), "set": {7}, 3: "int key", "float": 62.0, "big": 10**20,
        "small": 1e-7, "none": None, "bytes": b"abc", "text": "ü \" \\ \n",
    }


@app.get("/text", response_class=PlainTextResponse)
def text():
    return "plain ü"


@app.get("/html")
def html():
    return HTMLResponse("<p>hi</p>", status_code=203)


@app.get("/redirect")
def redirect():
    return RedirectResponse("/none?x=1 2")


@app.get("/see-other")
def see_other():
    return RedirectResponse("/none", status_code=status.HTTP_303_SEE_OTHER)


@app.delete("/gone", status_code=204)
def gone():
    return None


@app.get("/raw")
def raw():
    return Response(content=b"\x00\x01", media_type="application/x-thing", headers={"X-A": "b"})


@app.get("/json")
def json():
    return JSONResponse({"a": 1}, status_code=418, headers={"X-A": "b"})


@app.get("/nan")
def nan():
    return float("nan")


@app.get("/object")
def an_object():
    return object


@app.get("/empty")
def empty():
    return Response(status_code=304)
