# Nothing is left to do when tasks wait for what never comes: shutdown, then they are cancelled together, in the order they were made.
import asyncio

events = []


async def worker(name):
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(0.5)
        print(name, "has cleaned up")
        raise


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        app.tasks = [asyncio.create_task(worker("one")), asyncio.create_task(worker("two"))]
        await send({"type": "lifespan.startup.complete"})
        print(await receive())
        await send({"type": "lifespan.shutdown.complete"})
        return
    try:
        await asyncio.Event().wait()
    finally:
        print("handler over")


app.tasks = []
