# At one instant what the network brings comes before timers, client by client, each a handle of its own.
import asyncio


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        loop = asyncio.get_running_loop()
        loop.call_later(1, print, "timer at 1")
        loop.call_at(1, lambda: loop.call_soon(print, "soon after the timer"))
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    print("step of", scope["path"])
    await asyncio.sleep(0)
    print("second step of", scope["path"])
    await asyncio.sleep(1)
    print("slept", scope["path"])
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"0")]})
    await send({"type": "http.response.body"})
