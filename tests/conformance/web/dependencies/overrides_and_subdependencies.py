# A chain of dependencies of both kinds, slow ones too; parameters of each are collected; dependency_overrides replaces one.
import asyncio
import time

from fastapi import Depends, FastAPI, Path

app = FastAPI()


def slow_sync(item: str = Path()):
    time.sleep(0.3)
    print("sync for", item)
    return item.upper()


async def slow_async(name: str = Depends(slow_sync), times: int = 1):
    await asyncio.sleep(0.2)
    print("async for", name)
    return name * times


def real_service():
    return "real"


@app.get("/{item}")
async def get(text: str = Depends(slow_async), service: str = Depends(real_service)):
    return {"text": text, "service": service}


app.dependency_overrides[real_service] = lambda: "fake"
