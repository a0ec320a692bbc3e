# Database and outside API in one async chain; the outside answer may be late, wrong or missing.
import asyncio

import httpx
from fastapi import Depends, FastAPI, HTTPException

app = FastAPI()
DB = {"ann@example.com": {"id": 1, "name": "Ann"}, "bob@example.com": {"id": 2, "name": "Bob"}, "cat@example.com": {"id": 3, "name": "Cat"}}


async def client():
    async with httpx.AsyncClient(base_url="https://jsonplaceholder.example", timeout=1.5) as c:
        yield c


async def user_of(email: str):
    await asyncio.sleep(0.2)
    if email not in DB:
        raise HTTPException(404, "User not found")
    return DB[email]


@app.get("/user-with-external-data/{email}")
async def joined(user: dict = Depends(user_of), http: httpx.AsyncClient = Depends(client)):
    try:
        response = await http.get(f"/users/{user['id']}")
        response.raise_for_status()
        outside = response.json()
    except httpx.HTTPStatusError as e:
        outside = {"error": f"status {e.response.status_code}"}
    except httpx.TimeoutException:
        outside = {"error": "timeout"}
    return {"user": user, "external": outside}
