# Serves an ASGI application: what uvicorn does between the network and `await app(scope, receive, send)`.
import asyncio
import asyncio.base_events
import asyncio.runners
import sys
import _server
from _prelude import exception_text


class _ClientDisconnected(OSError):
    pass


class _Inbox:
    """Messages for one receiver."""

    def __init__(self, loop):
        self._loop = loop
        self._messages = []
        self._waiter = None

    def put(self, message):
        self._messages.append(message)
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def get(self):
        while not self._messages:
            self._waiter = self._loop.create_future()
            await self._waiter
        return self._messages.pop(0)


def _finish(future):
    if not future.done():
        future.set_result(None)


def run(app):
    asyncio.run(serve(app))


async def serve(app):
    """From startup to shutdown: until nothing is left to do."""
    loop = asyncio.get_running_loop()
    state = {}
    incoming, started, stopped = _Inbox(loop), loop.create_future(), loop.create_future()
    failure = None  # what the application said, then the exception itself
    is_dead = False

    async def send(message):
        nonlocal failure
        kind = message["type"]
        if kind in ("lifespan.startup.failed", "lifespan.shutdown.failed"):
            failure = message.get("message", "")
        _finish(started if "startup" in kind else stopped)

    async def lifespan():
        nonlocal failure, is_dead
        scope = {"type": "lifespan", "asgi": {"version": "3.0", "spec_version": "2.0"}, "state": state}
        try:
            await app(scope, incoming.get, send)
        except Exception as error:
            is_dead = True
            if failure is not None:
                failure = error
        finally:
            _finish(started)
            _finish(stopped)

    def check():
        if failure is not None:
            raise failure if isinstance(failure, Exception) else RuntimeError(failure)

    task = loop.create_task(lifespan())
    incoming.put({"type": "lifespan.startup"})
    await started
    if failure is not None:
        await task
        check()

    idle = loop.create_future()
    tasks = set()

    def start(exchange, scope, is_websocket):
        scope["state"] = state.copy()
        if is_websocket:
            talk = _talk_websocket(app, exchange, scope, idle)
            _server.name(talk, "WS " + scope["path"])
        else:
            talk = _answer_request(app, exchange, scope, idle)
            _server.name(talk, scope["method"] + " " + scope["path"])
        handler = loop.create_task(talk)
        tasks.add(handler)
        handler.add_done_callback(tasks.discard)

    _server.open(loop, start, idle)
    await idle
    _server.shut()
    if not is_dead:
        incoming.put({"type": "lifespan.shutdown"})
        await stopped
        if failure is not None:
            await task
            check()


def _report(error):
    sys.stderr.write("ERROR:    Exception in ASGI application\n" + exception_text(error))


def _complain(sentence):
    sys.stderr.write("ERROR:    " + sentence + "\n")


async def _answer_request(app, exchange, scope, idle):
    async def receive():
        message = exchange.next()
        while message is None:
            await exchange.arrival()
            message = exchange.next()
        return message

    async def send(message):
        # A slow reader: what is sent next waits until it has read (uvicorn's FlowControl).
        while (room := exchange.room()) is not None and not exchange.disconnected():
            await room
        exchange.send(message)

    try:
        result = await app(scope, receive, send)
    except BaseException as error:
        if idle.done():
            raise
        _report(error)
        if exchange.started():
            exchange.break_off()
        else:
            _send_500(exchange)
        return
    if result is not None:
        _complain(f"ASGI callable should return None, but returned '{result}'.")
        exchange.break_off()
    elif not exchange.started() and not exchange.disconnected():
        _complain("ASGI callable returned without starting response.")
        _send_500(exchange)
    elif not exchange.complete() and not exchange.disconnected():
        _complain("ASGI callable returned without completing response.")
        exchange.break_off()


def _send_500(exchange):
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    exchange.send({"type": "http.response.start", "status": 500, "headers": headers})
    exchange.send({"type": "http.response.body", "body": b"Internal Server Error"})


async def _talk_websocket(app, socket, scope, idle):
    async def receive():
        message = socket.next()
        while message is None:
            await socket.arrival()
            message = socket.next()
        return message

    async def send(message):
        if not socket.send(message):
            raise _ClientDisconnected
        while (room := socket.room()) is not None:
            await room
            if socket.client_closed():
                raise _ClientDisconnected

    try:
        await app(scope, receive, send)
    except _ClientDisconnected:
        socket.end(500, 1006)
    except BaseException as error:
        if idle.done():
            raise
        _report(error)
        socket.end(500, 1006)
    else:
        if socket.is_connecting():
            _complain("ASGI callable returned without sending handshake.")
        socket.end(500, 1000)
