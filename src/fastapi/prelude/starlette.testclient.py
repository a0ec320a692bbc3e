"""A client that calls the application within the program: its calls are plain ones, and each runs the event loop until it is over."""

import asyncio
import json as _json

from starlette.datastructures import URL, Headers
from starlette.websockets import WebSocketDisconnect

__all__ = ["TestClient"]


class HTTPStatusError(Exception):
    def __init__(self, message, response):
        super().__init__(message)
        self.response = response


class SentRequest:
    """What was asked, as httpx keeps it beside the answer."""

    def __init__(self, method, url, headers, content):
        self.method = method
        self.url = url
        self.headers = Headers(raw=headers)
        self.content = content

    def read(self):
        return self.content

    def __repr__(self):
        return f"<Request({self.method!r}, '{self.url}')>"


class Response:
    """What httpx gives back, as far as tests look at it."""

    def __init__(self, status_code, raw_headers, content, url, method, history, request, seconds):
        self.request = request
        self._seconds = seconds
        self.status_code = status_code
        self.headers = Headers(raw=raw_headers)
        self.content = content
        self.url = url
        self.method = method
        self.history = history

    @property
    def elapsed(self):
        from datetime import timedelta

        return timedelta(seconds=self._seconds)

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    @property
    def cookies(self):
        return _cookies_set(self.headers)

    @property
    def is_success(self):
        return 200 <= self.status_code <= 299

    @property
    def is_error(self):
        return self.status_code >= 400

    @property
    def is_redirect(self):
        return self.status_code in (301, 302, 303, 307, 308) and "location" in self.headers

    @property
    def reason_phrase(self):
        from starlette._phrases import _PHRASES

        return _PHRASES.get(self.status_code, "")

    def json(self):
        return _json.loads(self.content)

    def raise_for_status(self):
        if self.is_success:
            return self
        kind = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}[self.status_code // 100]
        raise HTTPStatusError(
            f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\nFor more information check: "
            f"https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}", self)

    def iter_lines(self):
        return iter(self.text.splitlines())

    def iter_text(self):
        yield self.text

    def iter_bytes(self):
        yield self.content

    def read(self):
        return self.content

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        return None

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


def _cookies_set(headers):
    from starlette._text import parse_cookies

    found = {}
    for value in headers.getlist("set-cookie"):
        pair, _, attributes = value.partition(";")
        for name, each in parse_cookies(pair).items():
            found[name] = None if "max-age=0" in attributes.lower() else each
    return {name: value for name, value in found.items() if value is not None}


class _Loop:
    """The event loop that the application runs on: a thread of its own only where the caller's thread runs one already."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()

    def run(self, coroutine):
        if asyncio._get_running_loop() is None:
            return self.loop.run_until_complete(coroutine)
        import threading

        found = []

        def work():
            try:
                found.append((self.loop.run_until_complete(coroutine), None))
            except BaseException as error:
                found.append((None, error))

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        value, error = found[0]
        if error is not None:
            raise error
        return value

    def close(self):
        from starlette.concurrency import _pools

        pool = _pools.pop(id(self.loop), None)
        if pool is not None:
            pool.end()
        self.loop.close()


class TestClient:
    __test__ = False

    def __init__(self, app, base_url="http://testserver", raise_server_exceptions=True, root_path="", backend="asyncio", backend_options=None,
                 cookies=None, headers=None, follow_redirects=True, client=("testclient", 50000)):
        self.app = app
        self.base_url = base_url
        self.raise_server_exceptions = raise_server_exceptions
        self.root_path = root_path
        self.cookies = dict(cookies or {})
        self.headers = {"accept": "*/*", "accept-encoding": "gzip, deflate", "connection": "keep-alive", "user-agent": "testclient",
                        **{name.lower(): value for name, value in (headers or {}).items()}}
        self.follow_redirects = follow_redirects
        self.client = client
        self.app_state = {}
        self._lifespan = None
        self._loop = None

    # --- one request ---

    def request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None, cookies=None, auth=None,
                follow_redirects=None, timeout=None, extensions=None):
        url = self._full(url, params)
        sent_headers = {**self.headers, **{name.lower(): value for name, value in (headers or {}).items()}}
        body = self._body(content, data, files, json, sent_headers)
        if auth is not None:
            import base64

            sent_headers["authorization"] = "Basic " + base64.b64encode(f"{auth[0]}:{auth[1]}".encode()).decode()
        history = []
        while True:
            response = self._send(method, url, dict(sent_headers), body, {**self.cookies, **(cookies or {})}, history)
            self.cookies.update(response.cookies)
            for value in response.headers.getlist("set-cookie"):
                if "max-age=0" in value.lower():
                    self.cookies.pop(value.partition("=")[0], None)
            if not response.is_redirect or not (self.follow_redirects if follow_redirects is None else follow_redirects):
                return response
            history = history + [response]
            if len(history) > 20:
                raise RuntimeError("Exceeded maximum allowed redirects.")
            from urllib.parse import urljoin

            url = URL(urljoin(str(url), response.headers["location"]))
            if response.status_code == 303 and method != "HEAD" or response.status_code in (301, 302) and method == "POST":
                method, body = "GET", b""
                sent_headers.pop("content-type", None)
                sent_headers.pop("content-length", None)

    def _full(self, url, params):
        url = str(url)
        if "://" not in url:
            url = self.base_url.rstrip("/") + "/" + url.lstrip("/")
        if params:
            from urllib.parse import urlencode

            pairs = params.items() if hasattr(params, "items") else params
            flat = [(name, _query_text(one)) for name, value in pairs for one in (value if isinstance(value, (list, tuple)) else [value])]
            url = url.partition("?")[0] + "?" + urlencode(flat)
        return URL(url)

    def _body(self, content, data, files, json, headers):
        if json is not None:
            headers.setdefault("content-type", "application/json")
            return _json.dumps(json, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
        if files:
            boundary = "0123456789abcdef0123456789abcdef"
            headers.setdefault("content-type", f"multipart/form-data; boundary={boundary}")
            return _multipart(data or {}, files, boundary)
        if isinstance(data, dict):
            from urllib.parse import urlencode

            headers.setdefault("content-type", "application/x-www-form-urlencoded")
            pairs = [(name, _query_text(one)) for name, value in data.items() for one in (value if isinstance(value, (list, tuple)) else [value])]
            return urlencode(pairs).encode()
        content = data if content is None else content
        return b"" if content is None else content.encode() if isinstance(content, str) else content

    def _scope(self, kind, url, headers, cookies):
        from urllib.parse import unquote

        pairs = [(b"host", headers.pop("host", url.netloc).encode())]
        if cookies:
            headers["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        pairs += [(name.encode(), value.encode()) for name, value in headers.items()]
        path = url.path or "/"
        return {"type": kind, "asgi": {"version": "3.0"}, "http_version": "1.1", "path": unquote(path), "raw_path": path.encode(),
                "root_path": self.root_path, "scheme": url.scheme, "query_string": url.query.encode(), "headers": pairs, "client": list(self.client),
                "server": [url.hostname, url.port or {"http": 80, "ws": 80, "https": 443, "wss": 443}[url.scheme]], "extensions": {},
                "state": dict(self.app_state)}

    def _send(self, method, url, headers, body, cookies, history):
        if body or method in ("POST", "PUT", "PATCH"):
            headers.setdefault("content-length", str(len(body)))
        scope = self._scope("http", url, headers, cookies)
        scope["method"] = method
        answer = {"status": None, "headers": [], "body": []}
        loop = self._loop or _Loop()
        began = loop.loop.time()

        async def call():
            given = False
            over = asyncio.get_running_loop().create_future()

            async def receive():
                nonlocal given
                if given:
                    if not over.done():
                        waiter = asyncio.get_running_loop().create_future()
                        over.add_done_callback(lambda _: waiter.done() or waiter.set_result(None))
                        await waiter
                    return {"type": "http.disconnect"}
                given = True
                return {"type": "http.request", "body": body, "more_body": False}

            async def send(message):
                if message["type"] == "http.response.start":
                    assert answer["status"] is None, 'Received multiple "http.response.start" messages.'
                    answer["status"] = message["status"]
                    answer["headers"] = list(message.get("headers", []))
                elif message["type"] == "http.response.body":
                    assert answer["status"] is not None, 'Received "http.response.body" without "http.response.start".'
                    if method != "HEAD":
                        answer["body"].append(message.get("body", b""))
                    if not message.get("more_body", False) and not over.done():
                        over.set_result(None)

            await self.app(scope, receive, send)

        try:
            loop.run(call())
        except BaseException as error:
            if self.raise_server_exceptions or not isinstance(error, Exception):
                raise
            if answer["status"] is None:
                answer["status"] = 500
        finally:
            seconds = loop.loop.time() - began
            if loop is not self._loop:
                loop.close()
        if answer["status"] is None:
            assert not self.raise_server_exceptions, "TestClient did not receive any response."
            answer["status"] = 500
        return Response(answer["status"], answer["headers"], b"".join(answer["body"]), url, method, history,
                        SentRequest(method, url, scope["headers"], body), seconds)

    def get(self, url, **said):
        return self.request("GET", url, **said)

    def options(self, url, **said):
        return self.request("OPTIONS", url, **said)

    def head(self, url, **said):
        return self.request("HEAD", url, **said)

    def post(self, url, **said):
        return self.request("POST", url, **said)

    def put(self, url, **said):
        return self.request("PUT", url, **said)

    def patch(self, url, **said):
        return self.request("PATCH", url, **said)

    def delete(self, url, **said):
        return self.request("DELETE", url, **said)

    def stream(self, method, url, **said):
        return self.request(method, url, **said)

    # --- a WebSocket ---

    def websocket_connect(self, url, subprotocols=None, **said):
        url = str(url)
        if "://" not in url:
            url = "ws" + self.base_url[self.base_url.index("://") :] + "/" + url.lstrip("/")
        headers = {**self.headers, **{name.lower(): value for name, value in (said.get("headers") or {}).items()}, "connection": "upgrade",
                   "sec-websocket-key": "testserver==", "sec-websocket-version": "13"}
        if subprotocols is not None:
            headers["sec-websocket-protocol"] = ", ".join(subprotocols)
        scope = self._scope("websocket", self._full(url, said.get("params")), headers, {**self.cookies, **(said.get("cookies") or {})})
        scope["subprotocols"] = list(subprotocols or [])
        return WebSocketTestSession(self, scope)

    # --- with TestClient(app) as client: startup and shutdown ---

    def __enter__(self):
        self._loop = _Loop()
        self._lifespan = _Lifespan(self.app, self.app_state)
        self._loop.run(self._lifespan.start())
        return self

    def __exit__(self, *raised):
        try:
            self._loop.run(self._lifespan.stop())
        finally:
            self._loop.close()
            self._loop = None

    def close(self):
        pass


class _Lifespan:
    def __init__(self, app, state):
        self.app = app
        self.state = state
        self.answer = None

    async def start(self):
        loop = asyncio.get_running_loop()
        self.leave = loop.create_future()
        self.answer = loop.create_future()
        asked = False

        async def receive():
            nonlocal asked
            if not asked:
                asked = True
                return {"type": "lifespan.startup"}
            await self.leave
            return {"type": "lifespan.shutdown"}

        async def send(message):
            if not self.answer.done():
                self.answer.set_result(message)

        async def run():
            try:
                await self.app({"type": "lifespan", "state": self.state}, receive, send)
            finally:
                if not self.answer.done():
                    self.answer.set_result(None)

        self.task = asyncio.create_task(run())
        message = await self.answer
        if message is None or message["type"] == "lifespan.startup.failed":
            await self.task

    async def stop(self):
        self.answer = asyncio.get_running_loop().create_future()
        if not self.leave.done():
            self.leave.set_result(None)
        await self.task


class WebSocketTestSession:
    """The client's end. Each call runs the loop until the application has answered."""

    def __init__(self, client, scope):
        self._client = client
        self._scope = scope
        self.accepted_subprotocol = None
        self.extra_headers = None
        self._to_app, self._from_app = [], []
        self._wake = None
        self._over = False

    def __enter__(self):
        self._own_loop = self._client._loop is None
        self._loop = self._client._loop or _Loop()
        self._loop.run(self._start())
        self._send({"type": "websocket.connect"})
        try:
            message = self.receive()
            self._raise_on_close(message)
        except BaseException:
            self._end()
            raise
        self.accepted_subprotocol = message.get("subprotocol")
        self.extra_headers = message.get("headers")
        return self

    def __exit__(self, *raised):
        try:
            self.close(1000)
            self._loop.run(self._finish())
        finally:
            self._end()
        for message in self._from_app:
            if isinstance(message, BaseException):
                raise message

    def _end(self):
        if self._own_loop:
            self._loop.run(self._finish())
            self._loop.close()

    async def _start(self):
        async def receive():
            while not self._to_app:
                self._wanted = asyncio.get_running_loop().create_future()
                await self._wanted
            return self._to_app.pop(0)

        async def send(message):
            self._tell(message)

        async def run():
            try:
                await self._client.app(self._scope, receive, send)
            except BaseException as error:
                self._tell(error)
            self._over = True
            self._tell(None)

        self._wanted = None
        self._task = asyncio.create_task(run())

    def _tell(self, message):
        if message is not None:
            self._from_app.append(message)
        if self._wake is not None and not self._wake.done():
            self._wake.set_result(None)

    def _send(self, message):
        async def hand_over():
            self._to_app.append(message)
            if self._wanted is not None and not self._wanted.done():
                self._wanted.set_result(None)
            await asyncio.sleep(0)

        self._loop.run(hand_over())

    async def _finish(self):
        if not self._task.done():
            await asyncio.sleep(0)
            self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            pass

    def receive(self):
        async def wait():
            while not self._from_app:
                if self._over:
                    raise RuntimeError("The application has ended without a message.")
                self._wake = asyncio.get_running_loop().create_future()
                await self._wake
            return self._from_app.pop(0)

        message = self._loop.run(wait())
        if isinstance(message, BaseException):
            raise message
        return message

    def _raise_on_close(self, message):
        if message["type"] == "websocket.close":
            raise WebSocketDisconnect(code=message.get("code", 1000), reason=message.get("reason", ""))

    def send(self, message):
        self._send(message)

    def send_text(self, data):
        self._send({"type": "websocket.receive", "text": data})

    def send_bytes(self, data):
        self._send({"type": "websocket.receive", "bytes": data})

    def send_json(self, data, mode="text"):
        text = _json.dumps(data, separators=(",", ":"), ensure_ascii=False)
        if mode == "text":
            self.send_text(text)
        else:
            self.send_bytes(text.encode())

    def close(self, code=1000, reason=None):
        self._send({"type": "websocket.disconnect", "code": code, "reason": reason})

    def receive_text(self):
        message = self.receive()
        self._raise_on_close(message)
        return message["text"]

    def receive_bytes(self):
        message = self.receive()
        self._raise_on_close(message)
        return message["bytes"]

    def receive_json(self, mode="text"):
        message = self.receive()
        self._raise_on_close(message)
        return _json.loads(message["text"] if mode == "text" else message["bytes"].decode())


def _query_text(value):
    return "true" if value is True else "false" if value is False else "" if value is None else str(value)


def _multipart(data, files, boundary):
    parts = []
    for name, value in data.items():
        for one in value if isinstance(value, (list, tuple)) else [value]:
            parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + _query_text(one).encode() + b"\r\n")
    for name, value in files.items() if isinstance(files, dict) else files:
        filename, content, kind = "upload", value, None
        if isinstance(value, tuple):
            filename, content = value[0], value[1]
            kind = value[2] if len(value) > 2 else None
        if hasattr(content, "read"):
            content = content.read()
        content = content.encode() if isinstance(content, str) else content
        if kind is None:
            from starlette.responses import guessed_type

            kind = guessed_type(filename) or "application/octet-stream"
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{filename}"\r\nContent-Type: {kind}\r\n\r\n'.encode()
                     + content + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode()
