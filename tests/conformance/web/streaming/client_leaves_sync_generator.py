# A sync generator in a worker thread finishes its present sleep when its client leaves; what it yields then goes nowhere.
import time

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()


def ticks(name):
    try:
        for i in range(5):
            print(name, "works on", i)
            time.sleep(1)
            yield f"{i}\n"
    finally:
        print(name, "generator ends")


@app.get("/ticks/{name}")
def stream(name: str):
    return StreamingResponse(ticks(name), media_type="text/plain")
