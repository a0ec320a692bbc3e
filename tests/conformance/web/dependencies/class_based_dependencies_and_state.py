# app.state, request.state, a class instance as dependency with state of its own; counters over concurrent requests.
import asyncio

from fastapi import Depends, FastAPI, Request

app = FastAPI()
app.state.hits = 0


class Counter:
    def __init__(self):
        self.n = 0

    async def __call__(self):
        self.n += 1
        mine = self.n
        await asyncio.sleep(0.1)
        return mine, self.n


counter = Counter()


@app.middleware("http")
async def mark(request: Request, call_next):
    request.state.mark = f"m{request.client.port - 50000}"
    request.app.state.hits += 1
    return await call_next(request)


@app.get("/")
async def root(request: Request, c=Depends(counter)):
    return {"mark": request.state.mark, "hits": app.state.hits, "counter": c}
