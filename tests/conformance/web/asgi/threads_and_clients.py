# Work in threads goes on while the loop waits for clients, and its results come back among theirs.
import asyncio
import time


def slow(name, seconds):
    print(name, "sleeps")
    time.sleep(seconds)
    print(name, "wakes")
    return name


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    path = scope["path"]
    if path.startswith("/thread"):
        name = await asyncio.to_thread(slow, path, 1.5)
    else:
        name = path
    text = name.encode()
    print("answers", name)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", str(len(text)).encode())]})
    await send({"type": "http.response.body", "body": text})
