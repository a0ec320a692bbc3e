# The lifespan as an async context manager: before the first client, after everything; its state is the requests'.
import asyncio
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request


@asynccontextmanager
async def lifespan(app: FastAPI):
    print("loading the model")
    await asyncio.sleep(1.5)
    app.state.model = {"answer": 42}
    print("ready")
    yield
    print("cleaning up")
    app.state.model.clear()
    await asyncio.sleep(0.5)
    print("clean")


app = FastAPI(lifespan=lifespan)


@app.get("/predict")
async def predict(request: Request):
    return request.app.state.model
