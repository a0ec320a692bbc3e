# A stream with a background task, a dependency torn down after both, and a client that leaves in the middle.
import asyncio

from fastapi import BackgroundTasks, Depends, FastAPI
from fastapi.responses import StreamingResponse
from starlette.background import BackgroundTask

app = FastAPI()


async def resource():
    print("resource up")
    yield "r"
    print("resource down")


async def after(name):
    print("background", name)
    await asyncio.sleep(0.5)
    print("background over", name)


@app.get("/stream/{name}")
async def stream(name: str, r: str = Depends(resource)):
    async def body():
        for i in range(3):
            yield f"{name}{i};"
            await asyncio.sleep(0.4)

    return StreamingResponse(body(), background=BackgroundTask(after, name))
