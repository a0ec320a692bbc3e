# A WebSocket without a framework: connect, accept, echo, close codes both ways, and what comes before the accept.
import asyncio


async def app(scope, receive, send):
    if scope["type"] != "websocket":
        return
    path = scope["path"]
    print(path, await receive(), scope["subprotocols"])
    if path == "/refuse":
        await send({"type": "websocket.close", "code": 4000})
        print("refused", await receive())
        return
    if path == "/return":
        return
    if path == "/raise":
        raise ValueError("no")
    await asyncio.sleep(1)
    await send({"type": "websocket.accept"})
    while True:
        message = await receive()
        print(path, message)
        if message["type"] == "websocket.disconnect":
            break
        if message.get("text") == "bye":
            await send({"type": "websocket.close", "code": 4001, "reason": "as you wish"})
            try:
                await send({"type": "websocket.send", "text": "too late"})
            except RuntimeError as error:
                print(error)
            continue
        if message.get("text") == "boom":
            raise RuntimeError("boom")
        if message.get("text") == "return":
            return
        await send({"type": "websocket.send", "text": str(message.get("text")).upper()})
        if "bytes" in message:
            await send({"type": "websocket.send", "bytes": message["bytes"] * 2})
    try:
        await send({"type": "websocket.send", "text": "after"})
    except RuntimeError as error:
        print(error)
