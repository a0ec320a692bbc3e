# def endpoints in threads share state: without a lock an update between read and write is lost.
import threading
import time

from fastapi import FastAPI

app = FastAPI()
counter = {"unsafe": 0, "safe": 0}
lock = threading.Lock()


@app.post("/unsafe")
def unsafe():
    seen = counter["unsafe"]
    time.sleep(0.1)
    counter["unsafe"] = seen + 1
    return counter["unsafe"]


@app.post("/safe")
def safe():
    with lock:
        seen = counter["safe"]
        time.sleep(0.1)
        counter["safe"] = seen + 1
        return counter["safe"]


@app.get("/counter")
async def read():
    return counter
