# conformance: by hand (the oracle's clock stands still inside the TestClient's own loop)
# The TestClient's answer knows what was asked, and how long it took.
import asyncio

from fastapi import FastAPI
from fastapi.testclient import TestClient

app = FastAPI()


@app.post("/items")
async def items(item: dict):
    await asyncio.sleep(1.5)
    return item


found = TestClient(app).post("/items?q=1", json={"a": 1}, headers={"X-Name": "me"})
print(found.request.method, found.request.url, found.request.headers["x-name"], found.request.content)
print(found.elapsed, found.elapsed.total_seconds())
