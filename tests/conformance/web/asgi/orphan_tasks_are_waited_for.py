# A task that an answer left behind is something to do: the world goes on until it is over. A cancelled timer is nothing.
import asyncio


async def later(seconds):
    await asyncio.sleep(seconds)
    print("later", seconds)


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        print("shutdown at", asyncio.get_running_loop().time())
        await send({"type": "lifespan.shutdown.complete"})
        return
    app.tasks.append(asyncio.create_task(later(3)))
    asyncio.get_running_loop().call_later(50, print, "never").cancel()
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 1)
    except asyncio.TimeoutError:
        print("timeout")
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


app.tasks = []
