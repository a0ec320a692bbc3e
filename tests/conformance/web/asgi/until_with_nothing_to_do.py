# With `until` the world goes on to that time, though nothing is left to do before.
async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        print(await receive())
        await send({"type": "lifespan.startup.complete"})
        print(await receive())
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})
