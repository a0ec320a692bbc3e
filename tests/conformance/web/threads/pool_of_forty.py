# 45 def endpoints at once: 40 run, 5 wait for a worker; an async def is not delayed by the full pool.
import time

from fastapi import FastAPI

app = FastAPI()


@app.get("/sync/{n}")
def sync(n: int):
    time.sleep(1)
    return n


@app.get("/async")
async def not_delayed():
    return "at once"
