# Clients due before startup is over wait for it; then they come in order of time, and of the scenario.
import asyncio


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        print("starting")
        await asyncio.sleep(2)
        await send({"type": "lifespan.startup.complete"})
        print("started")
        await receive()
        print("stopping")
        await asyncio.sleep(1)
        await send({"type": "lifespan.shutdown.complete"})
        print("stopped")
        return
    print("serves", scope["path"])
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})
