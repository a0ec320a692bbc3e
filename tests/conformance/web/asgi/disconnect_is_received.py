# receive() after the body waits for the client to leave, or for the response to be complete.
import asyncio


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    print(scope["path"], await receive())
    if scope["path"] == "/wait":
        message = await receive()
        print("then", message)
        await send({"type": "http.response.start", "status": 200})
        print("what is sent to nobody is dropped")
        return

    async def watch():
        print("watcher", await receive())

    watcher = asyncio.create_task(watch())
    await asyncio.sleep(1)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})
    await watcher
    print("again", await receive())
