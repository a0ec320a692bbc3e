# Several outside APIs at once, each with its own latency; one is refused, one is slow beyond the client's patience, one answers 500.
import asyncio
import time

import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()
SOURCES = {
    "post": "https://api.example.com/posts/1",
    "user": "https://api.example.com/users/1",
    "todo": "https://api.example.com/todos/1",
}


async def fetch(client: httpx.AsyncClient, name: str, url: str):
    try:
        response = await client.get(url)
        response.raise_for_status()
        return name, response.json()
    except httpx.HTTPStatusError as error:
        return name, {"error": error.response.status_code}
    except httpx.TimeoutException as error:
        return name, {"error": type(error).__name__}
    except httpx.RequestError as error:
        return name, {"error": type(error).__name__, "host": error.request.url.host}


@app.get("/fetch-external-data")
async def fetch_external_data():
    begin = time.monotonic()
    async with httpx.AsyncClient(timeout=3.0) as client:
        found = await asyncio.gather(*(fetch(client, name, url) for name, url in SOURCES.items()))
    return {"data": dict(found), "took": round(time.monotonic() - begin, 2)}


@app.get("/fetch-one-by-one")
async def one_by_one():
    begin = time.monotonic()
    found = {}
    async with httpx.AsyncClient(timeout=3.0) as client:
        for name, url in SOURCES.items():
            found.update([await fetch(client, name, url)])
    return {"data": found, "took": round(time.monotonic() - begin, 2)}


@app.get("/fetch-trouble")
async def trouble():
    places = {"gone": "https://nowhere.example.com/", "slow": "https://slow.example.com/", "bad": "https://api.example.com/broken"}
    async with httpx.AsyncClient(timeout=1.5) as client:
        return dict(await asyncio.gather(*(fetch(client, name, url) for name, url in places.items())))


@app.get("/fetch-or-fail")
async def or_fail():
    async with httpx.AsyncClient() as client:
        response = await client.get("https://api.example.com/broken")
    if response.is_error:
        raise HTTPException(502, f"the service said {response.status_code}")
    return response.json()
