# An endpoint that tries again with growing pauses, and one that hedges: the first of two mirrors wins.
import asyncio

import httpx
from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/retry/{name}")
async def retry(name: str):
    async with httpx.AsyncClient() as client:
        for attempt in range(3):
            try:
                response = await client.get(f"https://flaky.example/{name}")
                response.raise_for_status()
                return {"attempts": attempt + 1, "data": response.json()}
            except (httpx.ConnectError, httpx.HTTPStatusError) as e:
                print(f"attempt {attempt + 1}: {type(e).__name__}")
                await asyncio.sleep(0.5 * 2**attempt)
    raise HTTPException(503, detail="gave up")


@app.get("/hedged")
async def hedged():
    async with httpx.AsyncClient() as client:
        tasks = [asyncio.create_task(client.get(f"https://mirror{n}.example/")) for n in (1, 2)]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        return done.pop().json()
