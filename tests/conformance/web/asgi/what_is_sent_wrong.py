# What an application does against ASGI's rules, and what its client sees: 500, a broken response, or nothing of it.
async def app(scope, receive, send):
    assert scope["type"] == "http", "no lifespan here"
    path = scope["path"]
    start = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]}
    if path == "/nothing":
        return
    if path == "/raises":
        raise ValueError("before the start")
    if path == "/body-first":
        await send({"type": "http.response.body", "body": b"x"})
    if path == "/unfinished":
        await send(start)
        await send({"type": "http.response.body", "body": b"begun", "more_body": True})
        return
    if path == "/raises-late":
        await send(start)
        await send({"type": "http.response.body", "body": b"begun", "more_body": True})
        raise KeyError("late")
    if path == "/too-long":
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"3")]})
        await send({"type": "http.response.body", "body": b"12345"})
    if path == "/too-short":
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"9")]})
        await send({"type": "http.response.body", "body": b"12345"})
    if path == "/twice":
        await send(start)
        await send({"type": "http.response.body", "body": b"once"})
        try:
            await send({"type": "http.response.body", "body": b"twice"})
        except RuntimeError as error:
            print(error)
        print(await receive())
        return
    if path == "/value":
        await send(start)
        await send({"type": "http.response.body", "body": b"fine"})
        return 5
