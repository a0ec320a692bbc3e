# Requests of one client all at once, three at once, one at once: the fourth waits for the first that is over, whichever it is.
import asyncio

from fastapi import FastAPI, Request

app = FastAPI()
now = most = 0


@app.get("/slow/{n}")
async def slow(n: int, request: Request):
    global now, most
    now += 1
    most = max(most, now)
    await asyncio.sleep(n / 10)
    now -= 1
    return {"n": n, "port": request.client.port, "most": most}
