# Sending to a WebSocket whose client has closed raises OSError, before anybody has received the close.
import asyncio


async def app(scope, receive, send):
    if scope["type"] != "websocket":
        return
    await receive()
    await send({"type": "websocket.accept"})
    try:
        for number in range(100):
            await send({"type": "websocket.send", "text": str(number)})
            await asyncio.sleep(1)
    except OSError as error:
        print("client is gone", isinstance(error, OSError))
        if scope["path"] == "/receive":
            print(await receive())
            print(await receive())
        raise
