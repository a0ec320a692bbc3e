# `count` clients, `every` so many seconds: each has its own name and port.
async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    print(scope["client"])
    text = str(scope["client"][1]).encode()
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(len(text)).encode())]})
    await send({"type": "http.response.body", "body": text})
