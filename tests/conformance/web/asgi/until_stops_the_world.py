# `until` stops the world at once: no shutdown, no finally; what is not over stays open.
import asyncio


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        print(await receive())
        await send({"type": "lifespan.startup.complete"})
        print("shutdown", await receive())
        return
    try:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.accept"})
            while True:
                await send({"type": "websocket.send", "text": "tick"})
                await asyncio.sleep(0.4)
        await send({"type": "http.response.start", "status": 200})
        while True:
            await send({"type": "http.response.body", "body": b"tick ", "more_body": True})
            await asyncio.sleep(0.4)
    finally:
        print("never printed")
