# Several outside APIs at once with httpx; one is slow, one fails, one refuses the connection.
import asyncio

import httpx
from fastapi import FastAPI

app = FastAPI()
URLS = [
    "https://api.example.com/posts/1",
    "https://api.example.com/users/1",
    "https://slow.example.com/",
    "https://nowhere.example.com/",
    "https://api.example.com/broken",
]


async def fetch(client: httpx.AsyncClient, url: str):
    try:
        response = await client.get(url, timeout=2.0)
        response.raise_for_status()
        return response.json()
    except httpx.TimeoutException as e:
        return {"timeout": type(e).__name__, "text": str(e)}
    except httpx.HTTPStatusError as e:
        return {"status": e.response.status_code, "text": str(e)}
    except httpx.RequestError as e:
        return {"error": type(e).__name__, "text": str(e), "url": str(e.request.url)}


@app.get("/fetch-external-data")
async def fetch_all():
    async with httpx.AsyncClient() as client:
        results = await asyncio.gather(*(fetch(client, url) for url in URLS))
    return {"results": results}


@app.get("/one")
async def one():
    async with httpx.AsyncClient(base_url="https://api.example.com", headers={"x-key": "k"}) as client:
        response = await client.get("/posts/1", params={"a": 1, "b": "x y"})
        return {"url": str(response.url), "status": response.status_code, "type": response.headers["Content-Type"], "ok": response.is_success}
