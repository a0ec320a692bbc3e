# When the client leaves, CancelledError is raised at the generator's await; what it does then is the generator's business.
import asyncio

from fastapi import FastAPI
from fastapi.responses import StreamingResponse

app = FastAPI()
open_feeds = []


async def feed(name):
    open_feeds.append(name)
    try:
        n = 0
        while True:
            n += 1
            yield f"data: {name} {n}\n\n"
            await asyncio.sleep(0.4)
    except asyncio.CancelledError:
        print(name, "was cancelled after", n)
        raise
    finally:
        open_feeds.remove(name)
        print("open feeds:", open_feeds)


@app.get("/feed/{name}")
async def stream(name: str):
    return StreamingResponse(feed(name), media_type="text/event-stream")


@app.get("/feeds")
async def feeds():
    return open_feeds
