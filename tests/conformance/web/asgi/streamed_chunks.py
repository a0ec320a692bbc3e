# A response without a content-length is chunks; an empty chunk is none; the last chunk ends it.
import asyncio


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"Content-Type", b"text/event-stream")]})
    for i in range(4):
        await send({"type": "http.response.body", "body": b"" if i == 2 else b"data: %d\n\n" % i, "more_body": True})
        await asyncio.sleep(0.5)
    print("end of stream")
    await send({"type": "http.response.body", "body": b""})
    await asyncio.sleep(1)
    print("handler over")
