# aiohttp.ClientSession: several gets at once, a timeout, an error status, a refused connection.
import asyncio

import aiohttp
from fastapi import FastAPI

app = FastAPI()


async def fetch(session, url):
    try:
        async with session.get(url, timeout=aiohttp.ClientTimeout(total=2)) as response:
            print(url, response.status)
            response.raise_for_status()
            return await response.json()
    except asyncio.TimeoutError as e:
        return f"timeout {str(e)!r}"
    except aiohttp.ClientResponseError as e:
        return f"{e.status} {e.message}"
    except aiohttp.ClientConnectorError as e:
        return f"{type(e).__name__}: {e}"


@app.get("/all")
async def all_of_them():
    async with aiohttp.ClientSession() as session:
        return await asyncio.gather(*(fetch(session, f"https://api.example.com/{name}") for name in ["a", "b", "slow", "gone", "nowhere"]))


@app.get("/text")
async def text():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://api.example.com/text") as response:
            return {"text": await response.text(), "type": response.content_type, "reason": response.reason}
