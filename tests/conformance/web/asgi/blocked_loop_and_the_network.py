# While time.sleep holds the loop, clients come, speak and leave; afterwards they are served in the order of arrival, ahead of timers.
import asyncio
import time


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        return
    path = scope["path"]
    print("begins", path)
    if path == "/timer":
        asyncio.get_running_loop().call_later(1, print, "timer")
        await asyncio.sleep(1)
        print("slept")
    if path == "/block":
        time.sleep(3)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})
    print("ends", path)
