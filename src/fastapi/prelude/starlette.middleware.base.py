"""Middleware written as a function from request and next application to response.

The next application runs in a task of its own and hands each message over (an anyio stream of size 0): its background tasks go on after
the response was sent, and what it sends is seen as a streaming response."""

import asyncio

from starlette.concurrency import Scope, _end_of, first_complete
from starlette.requests import ClientDisconnect, Request
from starlette.responses import StreamingResponse


def __getattr__(name):
    """Types for annotations, made only where a program names them."""
    if name not in ("RequestResponseEndpoint", "DispatchFunction"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from typing import Awaitable, Callable

    from starlette.responses import Response

    endpoint = Callable[[Request], Awaitable[Response]]
    return endpoint if name == "RequestResponseEndpoint" else Callable[[Request, endpoint], Awaitable[Response]]


class _Handover:
    """One sender, one receiver; a message is handed over only when somebody takes it."""

    def __init__(self):
        self.offers = []  # (message, the sender's future)
        self.taker = None
        self.sender_closed = False
        self.receiver_closed = False

    async def send(self, message):
        if self.receiver_closed:
            return
        if self.taker is not None and not self.taker.done():
            self.taker.set_result(message)
            self.taker = None
            await asyncio.sleep(0)
            return
        taken = asyncio.get_running_loop().create_future()
        self.offers.append((message, taken))
        await taken

    async def receive(self):
        """The next message, or None at the end."""
        while self.offers:
            message, taken = self.offers.pop(0)
            if not taken.done():
                taken.set_result(None)
                await asyncio.sleep(0)
                return message
        if self.sender_closed:
            return None
        self.taker = asyncio.get_running_loop().create_future()
        return await self.taker

    def close_sender(self):
        self.sender_closed = True
        if self.taker is not None and not self.taker.done():
            self.taker.set_result(None)

    def close_receiver(self):
        self.receiver_closed = True
        for _, taken in self.offers:
            if not taken.done():
                taken.set_result(None)
        self.offers.clear()


class _CachedRequest(Request):
    """A body that the middleware has read is given to the application again."""

    def __init__(self, scope, receive):
        super().__init__(scope, receive)
        self._wrapped_disconnected = False
        self._wrapped_consumed = False
        self._wrapped_stream = self.stream()

    async def wrapped_receive(self):
        if self._wrapped_disconnected:
            return {"type": "http.disconnect"}
        if self._wrapped_consumed:
            if self._is_disconnected:
                self._wrapped_disconnected = True
                return {"type": "http.disconnect"}
            message = await self.receive()
            if message["type"] != "http.disconnect":
                raise RuntimeError(f"Unexpected message received: {message['type']}")
            self._wrapped_disconnected = True
            return message
        if self._body is not None:
            self._wrapped_consumed = True
            return {"type": "http.request", "body": self._body, "more_body": False}
        if self._stream_consumed:
            self._wrapped_consumed = True
            return {"type": "http.request", "body": b"", "more_body": False}
        try:
            stream = self._wrapped_stream
            chunk = await stream.__anext__()
            self._wrapped_consumed = self._stream_consumed
            return {"type": "http.request", "body": chunk, "more_body": not self._stream_consumed}
        except ClientDisconnect:
            self._wrapped_disconnected = True
            return {"type": "http.disconnect"}


class _Passing(StreamingResponse):
    def __init__(self, content, status_code, raw_headers):
        self.body_iterator = content
        self.status_code = status_code
        self.raw_headers = raw_headers
        self.background = None

    async def __call__(self, scope, receive, send):
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for chunk in self.body_iterator:
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
        if self.background is not None:
            await self.background()


class BaseHTTPMiddleware:
    def __init__(self, app, dispatch=None):
        self.app = app
        self.dispatch_func = self.dispatch if dispatch is None else dispatch

    async def dispatch(self, request, call_next):
        raise NotImplementedError()

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        loop = asyncio.get_running_loop()
        request = _CachedRequest(scope, receive)
        over = loop.create_future()  # done when the response was sent
        handover = _Handover()
        tasks = []
        app_error = None

        async def wait_until_over():
            waiter = loop.create_future()
            over.add_done_callback(lambda _: waiter.done() or waiter.set_result(None))
            await waiter

        async def call_next(request):
            async def receive_or_disconnect():
                if over.done():
                    return {"type": "http.disconnect"}
                found = []

                async def listen():
                    found.append(await request.wrapped_receive() if isinstance(request, _CachedRequest) else await cached.wrapped_receive())

                await first_complete([wait_until_over, listen])
                if over.done() or not found:
                    return {"type": "http.disconnect"}
                return found[0]

            async def run():
                nonlocal app_error
                try:
                    await self.app(scope, receive_or_disconnect, handover.send)
                except Exception as error:
                    app_error = error
                finally:
                    handover.close_sender()

            tasks.append(asyncio.create_task(run()))
            message = await handover.receive()
            while message is not None and message["type"] == "http.response.debug":
                message = await handover.receive()
            if message is None:
                if app_error is not None:
                    raise app_error
                raise RuntimeError("No response returned.")
            assert message["type"] == "http.response.start"

            async def body():
                while True:
                    message = await handover.receive()
                    if message is None:
                        break
                    assert message["type"] == "http.response.body"
                    if message.get("body", b""):
                        yield message["body"]
                    if not message.get("more_body", False):
                        break
                if app_error is not None:
                    raise app_error

            return _Passing(body(), message["status"], message["headers"])

        cached = request
        try:
            response = await self.dispatch_func(request, call_next)
            await response(scope, request.wrapped_receive, send)
            over.set_result(None)
            handover.close_receiver()
            for task in tasks:
                if not task.done():
                    await _end_of(task)
        except BaseException:
            scopes = [Scope(task) for task in tasks if not task.done()]
            for each in scopes:
                each.cancel()
            for each in scopes:
                if not each.task.done():
                    await _end_of(each.task)
                each.leave()
            raise
        finally:
            handover.close_receiver()
