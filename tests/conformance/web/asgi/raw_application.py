# A plain ASGI application, without a framework: routing by hand, lifespan, two ways to answer.
import asyncio
import json


async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        while True:
            message = await receive()
            print("lifespan", message["type"])
            await asyncio.sleep(0.5)
            await send({"type": message["type"] + ".complete"})
            if message["type"] == "lifespan.shutdown":
                return
    assert scope["type"] == "http"
    body = (await receive())["body"]
    print(scope["method"], scope["path"], scope["query_string"], body, scope["client"])
    if scope["path"] == "/slow":
        await asyncio.sleep(1)
    answer = json.dumps({"path": scope["path"], "raw": scope["raw_path"].decode()}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(answer)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": answer})
    print("answered", scope["path"])
