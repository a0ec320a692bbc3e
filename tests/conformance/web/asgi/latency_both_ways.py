# The network's latency is on every way: request, answer, messages, closes, disconnects.
import asyncio


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        return
    print("arrives", scope["type"], scope["path"])
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        while True:
            message = await receive()
            print(message)
            if message["type"] == "websocket.disconnect":
                return
            await send({"type": "websocket.send", "text": "heard " + message["text"]})
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
    for i in range(3):
        await send({"type": "http.response.body", "body": b"%d" % i, "more_body": i < 2})
        await asyncio.sleep(0.4)
    if scope["path"] == "/left":
        await receive()
        print(await receive())
