"""Endpoints that are classes: a method for each of HTTP's, or for what happens to a WebSocket."""

import json as _json

from starlette.concurrency import is_async_callable, run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocket

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class HTTPEndpoint:
    def __init__(self, scope, receive, send):
        assert scope["type"] == "http"
        self.scope, self.receive, self.send = scope, receive, send
        self._allowed_methods = [method for method in _METHODS if getattr(self, method.lower(), None) is not None]

    def __await__(self):
        return self.dispatch().__await__()

    async def dispatch(self):
        request = Request(self.scope, receive=self.receive)
        name = "get" if request.method == "HEAD" and not hasattr(self, "head") else request.method.lower()
        handler = getattr(self, name, self.method_not_allowed)
        response = await (handler(request) if is_async_callable(handler) else run_in_threadpool(handler, request))
        await response(self.scope, self.receive, self.send)

    async def method_not_allowed(self, request):
        headers = {"Allow": ", ".join(self._allowed_methods)}
        if "app" in self.scope:
            raise HTTPException(status_code=405, headers=headers)
        return PlainTextResponse("Method Not Allowed", status_code=405, headers=headers)


class WebSocketEndpoint:
    encoding = None  # "text", "bytes", "json"; None takes what comes

    def __init__(self, scope, receive, send):
        assert scope["type"] == "websocket"
        self.scope, self.receive, self.send = scope, receive, send

    def __await__(self):
        return self.dispatch().__await__()

    async def dispatch(self):
        websocket = WebSocket(self.scope, receive=self.receive, send=self.send)
        await self.on_connect(websocket)
        close_code = 1000
        try:
            while True:
                message = await websocket.receive()
                if message["type"] == "websocket.disconnect":
                    close_code = int(message.get("code") or 1000)
                    break
                await self.on_receive(websocket, await self.decode(websocket, message))
        except Exception:
            close_code = 1011
            raise
        finally:
            await self.on_disconnect(websocket, close_code)

    async def decode(self, websocket, message):
        text, data = message.get("text"), message.get("bytes")
        if self.encoding in ("text", "bytes"):
            found, other = (text, "bytes") if self.encoding == "text" else (data, "text")
            if found is None:
                await websocket.close(code=1003)
                raise RuntimeError(f"Expected {self.encoding} websocket messages, but got {other}")
            return found
        if self.encoding == "json":
            try:
                return _json.loads(data.decode() if text is None else text)
            except _json.JSONDecodeError:
                await websocket.close(code=1003)
                raise RuntimeError("Malformed JSON data received.") from None
        assert self.encoding is None, f"Unsupported 'encoding' attribute {self.encoding}"
        return text or data

    async def on_connect(self, websocket):
        await websocket.accept()

    async def on_receive(self, websocket, data):
        pass

    async def on_disconnect(self, websocket, close_code):
        pass
