"""A request as the application sees it."""

import json as _json

from starlette._text import parse_cookies
from starlette.datastructures import URL, Address, Headers, QueryParams, State

__all__ = ["ClientDisconnect", "HTTPConnection", "Request", "cookie_parser"]

cookie_parser = parse_cookies


class ClientDisconnect(Exception):
    pass


class HTTPConnection:
    """What requests and WebSockets have in common: the scope, and what can be read from it."""

    _url = _base_url = _headers = _query_params = _cookies = _state = None

    def __init__(self, scope, receive=None):
        assert scope["type"] in ("http", "websocket")
        self.scope = scope

    def __getitem__(self, key):
        return self.scope[key]

    def __iter__(self):
        return iter(self.scope)

    def __len__(self):
        return len(self.scope)

    def keys(self):
        return self.scope.keys()

    def values(self):
        return self.scope.values()

    def items(self):
        return self.scope.items()

    def get(self, key, default=None):
        return self.scope.get(key, default)

    def __contains__(self, key):
        return key in self.scope

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    @property
    def app(self):
        return self.scope["app"]

    @property
    def url(self):
        found = self._url
        if found is None:
            found = self._url = URL(scope=self.scope)
        return found

    @property
    def base_url(self):
        found = self._base_url
        if found is None:
            scope = dict(self.scope)
            path = scope.get("app_root_path", scope.get("root_path", ""))
            scope["path"] = path if path.endswith("/") else path + "/"
            scope["query_string"] = b""
            scope["root_path"] = path
            found = self._base_url = URL(scope=scope)
        return found

    @property
    def headers(self):
        found = self._headers
        if found is None:
            found = self._headers = Headers(scope=self.scope)
        return found

    @property
    def query_params(self):
        found = self._query_params
        if found is None:
            found = self._query_params = QueryParams(self.scope["query_string"])
        return found

    @property
    def path_params(self):
        return self.scope.get("path_params", {})

    @property
    def cookies(self):
        found = self._cookies
        if found is None:
            found = {}
            for header in self.headers.getlist("cookie"):
                found.update(parse_cookies(header))
            self._cookies = found
        return found

    @property
    def client(self):
        found = self.scope.get("client")
        return None if found is None else Address(*found)

    @property
    def session(self):
        assert "session" in self.scope, "SessionMiddleware must be installed to access request.session"
        return self.scope["session"]

    @property
    def auth(self):
        assert "auth" in self.scope, "AuthenticationMiddleware must be installed to access request.auth"
        return self.scope["auth"]

    @property
    def user(self):
        assert "user" in self.scope, "AuthenticationMiddleware must be installed to access request.user"
        return self.scope["user"]

    @property
    def state(self):
        found = self._state
        if found is None:
            self.scope.setdefault("state", {})
            found = self._state = State(self.scope["state"])
        return found

    def url_for(self, name, /, **path_params):
        router = self.scope.get("router") or self.scope.get("app")
        if router is None:
            raise RuntimeError("The `url_for` method can only be used inside a Starlette application or with a router.")
        return router.url_path_for(name, **path_params).make_absolute_url(base_url=self.base_url)


async def _no_receive():
    raise RuntimeError("Receive channel has not been made available")


async def _no_send(message):
    raise RuntimeError("Send channel has not been made available")


_UNREAD = object()


class Request(HTTPConnection):
    _body = None
    _json = _UNREAD

    def __init__(self, scope, receive=_no_receive, send=_no_send):
        assert scope["type"] == "http"
        self.scope = scope
        self._receive = receive
        self._send = send
        self._stream_consumed = False
        self._is_disconnected = False
        self._form = None

    @property
    def method(self):
        return self.scope["method"]

    @property
    def receive(self):
        return self._receive

    async def stream(self):
        if self._body is not None:
            yield self._body
            yield b""
            return
        if self._stream_consumed:
            raise RuntimeError("Stream consumed")
        while not self._stream_consumed:
            message = await self._receive()
            if message["type"] == "http.request":
                body = message.get("body", b"")
                if not message.get("more_body", False):
                    self._stream_consumed = True
                if body:
                    yield body
            elif message["type"] == "http.disconnect":
                self._is_disconnected = True
                raise ClientDisconnect()
        yield b""

    async def body(self):
        if self._body is None:
            chunks = []
            async for chunk in self.stream():
                chunks.append(chunk)
            self._body = b"".join(chunks)
        return self._body

    async def json(self):
        if self._json is _UNREAD:
            self._json = _json.loads(await self.body())
        return self._json

    async def _get_form(self):
        if self._form is None:
            from starlette.formparsers import read_form

            self._form = await read_form(self)
        return self._form

    def form(self, *, max_files=1000, max_fields=1000, max_part_size=1024 * 1024):
        return _AwaitableForm(self)

    async def close(self):
        if self._form is not None:
            await self._form.close()

    async def is_disconnected(self):
        """Never waits for long: what has not arrived after a turn of the loop is not waited for."""
        if not self._is_disconnected:
            import asyncio

            task = asyncio.current_task()
            gave_up = False

            def give_up():
                nonlocal gave_up
                gave_up = True
                task.cancel()

            message = {}
            timer = asyncio.get_running_loop().call_soon(give_up)
            try:
                message = await self._receive()
            except asyncio.CancelledError:
                if not gave_up:
                    raise
                task.uncancel()
            finally:
                timer.cancel()
            if message.get("type") == "http.disconnect":
                self._is_disconnected = True
        return self._is_disconnected

    async def send_push_promise(self, path):
        if "http.response.push" in self.scope.get("extensions", {}):
            await self._send({"type": "http.response.push", "path": path, "headers": []})


class _AwaitableForm:
    """`await request.form()` and `async with request.form() as form`."""

    def __init__(self, request):
        self._request = request

    def __await__(self):
        return self._request._get_form().__await__()

    async def __aenter__(self):
        return await self._request._get_form()

    async def __aexit__(self, *raised):
        await self._request.close()
