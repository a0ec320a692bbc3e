"""Exceptions become answers here: around a route's function, around the router, and around everything."""

from starlette.concurrency import is_async_callable, run_in_threadpool
from starlette.exceptions import HTTPException, WebSocketException


def _handler_of(handlers, error):
    for cls in type(error).__mro__:
        if cls in handlers:
            return handlers[cls]
    return None


async def handled(app, connection, scope, receive, send):
    """Runs the application; an exception that has a handler becomes the handler's answer."""
    started = False

    async def sender(message):
        nonlocal started
        if message["type"] == "http.response.start":
            started = True
        await send(message)

    try:
        await app(scope, receive, sender)
    except Exception as error:
        handlers, status_handlers = scope.get("starlette.exception_handlers", ({}, {}))
        handler = status_handlers.get(error.status_code) if isinstance(error, HTTPException) else None
        if handler is None:
            handler = _handler_of(handlers, error)
        if handler is None:
            raise
        if started:
            raise RuntimeError("Caught handled exception, but response already started.") from error
        if is_async_callable(handler):
            response = await handler(connection, error)
        else:
            response = await run_in_threadpool(handler, connection, error)
        if response is not None:
            await response(scope, receive, sender)


async def http_exception(request, exc):
    from starlette.responses import PlainTextResponse, Response

    if exc.status_code in (204, 304):
        return Response(status_code=exc.status_code, headers=exc.headers)
    return PlainTextResponse(exc.detail, status_code=exc.status_code, headers=exc.headers)


async def websocket_exception(websocket, exc):
    await websocket.close(code=exc.code, reason=exc.reason)


class ExceptionMiddleware:
    def __init__(self, app, handlers=None, debug=False):
        self.app = app
        self.debug = debug
        self._status_handlers = {}
        self._exception_handlers = {HTTPException: http_exception, WebSocketException: websocket_exception}
        for key, value in (handlers or {}).items():
            self.add_exception_handler(key, value)

    def add_exception_handler(self, exc_class_or_status_code, handler):
        if isinstance(exc_class_or_status_code, int):
            self._status_handlers[exc_class_or_status_code] = handler
        else:
            assert issubclass(exc_class_or_status_code, Exception)
            self._exception_handlers[exc_class_or_status_code] = handler

    async def __call__(self, scope, receive, send):
        kind = scope["type"]
        if kind == "lifespan":
            await self.app(scope, receive, send)
            return
        scope["starlette.exception_handlers"] = (self._exception_handlers, self._status_handlers)
        if kind == "http":
            from starlette.requests import Request

            connection = Request(scope, receive, send)
        else:
            from starlette.websockets import WebSocket

            connection = WebSocket(scope, receive, send)
        await handled(self.app, connection, scope, receive, send)


class ServerErrorMiddleware:
    """An exception that nobody handled: 500, and it goes on to the server, which reports it."""

    def __init__(self, app, handler=None, debug=False):
        self.app = app
        self.handler = handler
        self.debug = debug

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def sender(message):
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
            await send(message)

        try:
            await self.app(scope, receive, sender)
        except Exception as error:
            if not started:
                from starlette.requests import Request
                from starlette.responses import PlainTextResponse

                request = Request(scope)
                if self.debug:
                    import traceback

                    response = PlainTextResponse("".join(traceback.format_exception(type(error), error, error.__traceback__)), status_code=500)
                elif self.handler is None:
                    response = PlainTextResponse("Internal Server Error", status_code=500)
                elif is_async_callable(self.handler):
                    response = await self.handler(request, error)
                else:
                    response = await run_in_threadpool(self.handler, request, error)
                await response(scope, receive, send)
            raise
