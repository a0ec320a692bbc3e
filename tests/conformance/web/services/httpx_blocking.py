# httpx.get in an async def holds everybody up; in a def endpoint it blocks its worker thread alone.
import httpx
from fastapi import FastAPI

app = FastAPI()


@app.get("/blocking")
async def blocking():
    return httpx.get("https://api.example.com/slow").json()


@app.get("/threaded")
def threaded():
    with httpx.Client(timeout=10) as client:
        return client.post("https://api.example.com/slow", json={"a": 1}).json()


@app.get("/ping")
async def ping():
    return "pong"


@app.get("/refused")
def refused():
    try:
        httpx.get("http://localhost:9999/")
    except httpx.ConnectError as e:
        return str(e)


@app.get("/too-slow")
def too_slow():
    try:
        httpx.get("https://api.example.com/very-slow")
    except httpx.ReadTimeout as e:
        return [type(e).__name__, str(e)]
