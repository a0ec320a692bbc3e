# httpx over the scenario's services: after their latency, or ConnectError where there is none.
import _outgoing

__version__ = "0.28.1"


class HTTPError(Exception):
    def __init__(self, message):
        super().__init__(message)
        self._request = None

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The .request property has not been set.")
        return self._request

    @request.setter
    def request(self, request):
        self._request = request


class RequestError(HTTPError):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request


class TransportError(RequestError): ...
class TimeoutException(TransportError): ...
class ConnectTimeout(TimeoutException): ...
class ReadTimeout(TimeoutException): ...
class WriteTimeout(TimeoutException): ...
class PoolTimeout(TimeoutException): ...
class NetworkError(TransportError): ...
class ConnectError(NetworkError): ...
class ReadError(NetworkError): ...
class WriteError(NetworkError): ...
class CloseError(NetworkError): ...
class ProtocolError(TransportError): ...
class LocalProtocolError(ProtocolError): ...
class RemoteProtocolError(ProtocolError): ...
class ProxyError(TransportError): ...
class UnsupportedProtocol(TransportError): ...
class DecodingError(RequestError): ...
class TooManyRedirects(RequestError): ...


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message)
        self._request = request
        self.response = response


class InvalidURL(Exception): ...
class StreamError(RuntimeError): ...


class Headers(_outgoing.Headers):
    """Names in lower case."""

    def __setitem__(self, name, value):
        super().__setitem__(name.lower(), value)

    def __repr__(self):
        return f"Headers({dict(self.items())!r})"


class URL:
    def __init__(self, url):
        self._text = str(url)
        self.scheme, self.host, port, path = _outgoing.split(self._text) if "://" in self._text else ("", "", None, self._text)
        self.port = None if port in (80, 443) else port
        self.path, _, query = path.partition("?")
        self.query = query.encode()

    @property
    def params(self):
        from urllib.parse import parse_qsl

        return dict(parse_qsl(self.query.decode(), keep_blank_values=True))

    def join(self, url):
        from urllib.parse import urljoin

        return URL(urljoin(self._text, str(url)))

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL({self._text!r})"

    def __eq__(self, other):
        return str(self) == str(other)

    def __hash__(self):
        return hash(self._text)


class _Unset:
    pass


_UNSET = _Unset()


class Timeout:
    def __init__(self, timeout=_UNSET, *, connect=_UNSET, read=_UNSET, write=_UNSET, pool=_UNSET):
        if isinstance(timeout, Timeout):
            timeout = timeout.connect, timeout.read, timeout.write, timeout.pool
        if isinstance(timeout, tuple):
            defaults = timeout
        else:
            if timeout is _UNSET and _UNSET in (connect, read, write, pool):
                raise ValueError("httpx.Timeout must either include a default, or set all four parameters explicitly.")
            defaults = (timeout,) * 4
        given = connect, read, write, pool
        self.connect, self.read, self.write, self.pool = (d if g is _UNSET else g for d, g in zip(defaults, given))

    def __repr__(self):
        if len({self.connect, self.read, self.write, self.pool}) == 1:
            return f"Timeout(timeout={self.connect})"
        return f"Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"

    def __eq__(self, other):
        return isinstance(other, Timeout) and (self.connect, self.read, self.write, self.pool) == (other.connect, other.read, other.write, other.pool)


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections
        self.max_keepalive_connections = max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry


class Request:
    def __init__(self, method, url, *, headers=None, content=b""):
        self.method = method.upper()
        self.url = URL(url)
        self.headers = Headers(headers)
        self.content = content

    def __repr__(self):
        return f"<Request({self.method!r}, {str(self.url)!r})>"


class Response:
    def __init__(self, status_code, *, headers=None, content=None, text=None, html=None, json=None, request=None, cookies_set=()):
        self.status_code = status_code
        self._cookies_set = cookies_set
        if html is not None:
            text = html
            headers = {"content-type": "text/html; charset=utf-8", **(headers or {})}
        self.headers = Headers(headers)
        if json is not None:
            import json as _json

            content = _json.dumps(json, ensure_ascii=False, separators=(",", ":")).encode()
            self.headers.setdefault("content-type", "application/json")
        elif text is not None:
            content = text.encode()
            self.headers.setdefault("content-type", "text/plain; charset=utf-8")
        self.content = content.encode() if isinstance(content, str) else content or b""
        self._request = request
        self.history = []
        self.http_version = "HTTP/1.1"
        self.is_closed = True
        self._elapsed = 0.0
        self.next_request = None

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The request instance has not been set on this response.")
        return self._request

    @property
    def url(self):
        return self.request.url

    @property
    def reason_phrase(self):
        # As httpx spells it; http.client's, which requests has, writes Teapot.
        return "I'm a teapot" if self.status_code == 418 else _outgoing.REASONS.get(self.status_code, "")

    @property
    def elapsed(self):
        import datetime

        return datetime.timedelta(seconds=self._elapsed)

    @property
    def cookies(self):
        pairs = [value.partition(";")[0].partition("=") for value in self._cookies_set]
        return {name.strip(): value.strip().strip('"') for name, _, value in pairs}

    @property
    def encoding(self):
        return "utf-8"

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    def json(self, **options):
        import json as _json

        return _json.loads(self.text, **options)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def iter_lines(self):
        yield from self.text.splitlines()

    def iter_text(self, chunk_size=None):
        if self.text:
            yield self.text

    def iter_bytes(self, chunk_size=None):
        if self.content:
            yield self.content

    async def aiter_lines(self):
        for line in self.text.splitlines():
            yield line

    async def aiter_text(self, chunk_size=None):
        if self.text:
            yield self.text

    async def aiter_bytes(self, chunk_size=None):
        if self.content:
            yield self.content

    def close(self):
        pass

    async def aclose(self):
        pass

    @property
    def is_informational(self):
        return 100 <= self.status_code <= 199

    @property
    def is_success(self):
        return 200 <= self.status_code <= 299

    @property
    def is_redirect(self):
        return 300 <= self.status_code <= 399

    @property
    def is_client_error(self):
        return 400 <= self.status_code <= 499

    @property
    def is_server_error(self):
        return 500 <= self.status_code <= 599

    @property
    def is_error(self):
        return 400 <= self.status_code <= 599

    @property
    def has_redirect_location(self):
        return self.status_code in (301, 302, 303, 307, 308) and "location" in self.headers

    def raise_for_status(self):
        request = self._request
        if request is None:
            raise RuntimeError("Cannot call `raise_for_status` as the request instance has not been set on this response.")
        if self.is_success:
            return self
        kinds = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}
        kind = kinds.get(self.status_code // 100, "Invalid status code")
        message = f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\n"
        if self.has_redirect_location:
            message += f"Redirect location: '{self.headers['location']}'\n"
        message += f"For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}"
        raise HTTPStatusError(message, request=request, response=self)

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


_DEFAULT_TIMEOUT = 5.0


class BaseTransport:
    def handle_request(self, request):
        raise NotImplementedError("The 'handle_request' method must be implemented.")

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


class AsyncBaseTransport:
    async def handle_async_request(self, request):
        raise NotImplementedError("The 'handle_async_request' method must be implemented.")

    async def aclose(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        await self.aclose()


class MockTransport(AsyncBaseTransport, BaseTransport):
    """Answers as a function of the program's own does."""

    def __init__(self, handler):
        self.handler = handler

    def handle_request(self, request):
        response = self.handler(request)
        if not isinstance(response, Response):
            raise TypeError("Cannot use an async handler in a sync Client")
        return response

    async def handle_async_request(self, request):
        response = self.handler(request)
        return response if isinstance(response, Response) else await response


class ASGITransport(AsyncBaseTransport):
    """Calls an application within the program, in the task that asks."""

    def __init__(self, app, raise_app_exceptions=True, root_path="", client=("127.0.0.1", 123)):
        self.app, self.raise_app_exceptions, self.root_path, self.client = app, raise_app_exceptions, root_path, client

    async def handle_async_request(self, request):
        from asyncio import Event
        from urllib.parse import unquote

        url = request.url
        raw_path = url.path.encode() or b"/"
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": request.method,
            "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in request.headers.items()],
            "scheme": url.scheme, "path": unquote(url.path) or "/", "raw_path": raw_path, "query_string": url.query,
            "server": (url.host, url.port), "client": self.client, "root_path": self.root_path}
        body_sent = started = False
        status, headers, parts, complete = None, [], [], Event()

        async def receive():
            nonlocal body_sent
            if body_sent:
                await complete.wait()
                return {"type": "http.disconnect"}
            body_sent = True
            if request.content:
                return {"type": "http.request", "body": request.content, "more_body": False}
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message):
            nonlocal status, headers, started
            if message["type"] == "http.response.start":
                assert not started
                status, headers, started = message["status"], message.get("headers", []), True
            elif message["type"] == "http.response.body":
                assert not complete.is_set()
                if message.get("body", b"") and request.method != "HEAD":
                    parts.append(message["body"])
                if not message.get("more_body", False):
                    complete.set()

        try:
            await self.app(scope, receive, send)
        except Exception:
            if self.raise_app_exceptions or not complete.is_set():
                raise
            complete.set()
            if status is None:
                status = 500
        assert complete.is_set()
        assert status is not None
        return Response(status, headers=_merged(headers), content=b"".join(parts), cookies_set=[
            value.decode("latin-1") for name, value in headers if name.lower() == b"set-cookie"])


def _merged(raw):
    """Headers of one name are one, with commas."""
    found = {}
    for name, value in raw:
        name, value = name.decode("latin-1").lower(), value.decode("latin-1")
        found[name] = found[name] + ", " + value if name in found else value
    return found


def HTTPTransport(*given, **named):
    """The network of the scenario: the plain client."""
    return None


AsyncHTTPTransport = HTTPTransport


class _BaseClient:
    def __init__(self, *, base_url="", headers=None, params=None, timeout=_DEFAULT_TIMEOUT, follow_redirects=False, max_redirects=20,
                 auth=None, cookies=None, limits=None, transport=None, verify=True, http2=False, trust_env=True, event_hooks=None, **unknown):
        if unknown:
            raise TypeError(f"{type(self).__name__}.__init__() got an unexpected keyword argument {next(iter(unknown))!r}")
        self._transport = transport
        self.cookies = dict(cookies or {})
        self._auth = auth
        if event_hooks:
            raise NotImplementedError("One Waiter does not run httpx's event_hooks yet: a function around the call is the usual way")
        self.base_url = URL(base_url)
        self.headers = Headers(headers)
        self.params = params or {}
        self.timeout = Timeout(timeout)
        self.follow_redirects = follow_redirects
        self.max_redirects = max_redirects
        self.is_closed = False

    def build_request(self, method, url, *, params=None, headers=None, json=None, data=None, content=None, cookies=None, timeout=None,
                      files=None, extensions=None):
        url = str(url)
        if "://" not in url and str(self.base_url):
            url = str(self.base_url).rstrip("/") + "/" + url.lstrip("/")
        both = {**self.params, **params} if isinstance(params, dict) else params or self.params
        if both:
            url = _outgoing.with_query(url.partition("?")[0] if params is not None else url, both)
        if not url.startswith(("http://", "https://")):
            scheme = url.partition("://")[0] if "://" in url else ""
            if scheme:
                raise UnsupportedProtocol(f"Request URL has an unsupported protocol '{scheme}://'.")
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.")
        merged = Headers(self.headers)
        merged.update(headers or {})
        cookies = {**self.cookies, **(cookies or {})}
        if cookies:
            merged.setdefault("cookie", "; ".join([f"{name}={value}" for name, value in cookies.items()]))
        if json is not None:
            merged.setdefault("content-type", "application/json")
        elif data is not None and not isinstance(data, (str, bytes)):
            merged.setdefault("content-type", "application/x-www-form-urlencoded")
        return Request(method, _outgoing.normal(url), headers=merged, content=_outgoing.body_bytes(json, data, content))

    def _through_transport(self, request, auth=None):
        """What httpx adds to the headers of a request, which a transport sees."""
        url = request.url
        sent = Headers({"host": url.host if url.port is None else f"{url.host}:{url.port}", "accept": "*/*", "accept-encoding": "gzip, deflate",
                        "connection": "keep-alive", "user-agent": "python-httpx/" + __version__})
        sent.update(request.headers)
        auth = auth if auth is not None else self._auth
        if auth is not None and isinstance(auth, tuple):
            from base64 import b64encode

            sent["authorization"] = "Basic " + b64encode(":".join(auth).encode()).decode()
        if request.content or request.method in ("POST", "PUT", "PATCH"):
            sent.setdefault("content-length", str(len(request.content)))
        request.headers = sent
        return request

    def _received(self, request, response):
        response._request = request
        for value in response._cookies_set:
            pair, _, attributes = value.partition(";")
            name, _, text = pair.partition("=")
            if "max-age=0" in attributes.lower():
                self.cookies.pop(name.strip(), None)
            else:
                self.cookies[name.strip()] = text.strip().strip('"')
        return response

    def _begin(self, request, timeout):
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        answer = _outgoing.Answer(request.method, str(request.url))
        if answer.refused:
            raise ConnectError(self._refused, request=request)
        limit = (self.timeout if timeout is _UNSET else Timeout(timeout)).read
        answer.too_slow = limit is not None and limit < answer.latency
        answer.wait = limit if answer.too_slow else answer.latency
        return answer

    def _end(self, request, answer):
        if answer.too_slow:
            raise ReadTimeout("" if self._is_async else "timed out", request=request)
        body = b"" if request.method == "HEAD" else answer.body
        response = Response(answer.status, headers=answer.headers, content=body, request=request)
        response._elapsed = answer.latency
        return response

    def _redirected(self, request, response, history):
        """The request that follows; None if that is all."""
        response.history = history[:]
        if not response.has_redirect_location:
            return None
        method = "GET" if response.status_code == 303 or (response.status_code in (301, 302) and request.method == "POST") else request.method
        following = Request(method, _outgoing.normal(str(request.url.join(response.headers["location"]))), headers=request.headers,
                            content=request.content if method == request.method else b"")
        return following

    def _follows(self, follow_redirects):
        return self.follow_redirects if follow_redirects is _UNSET else follow_redirects


class AsyncClient(_BaseClient):
    _is_async = True
    _refused = "All connection attempts failed"

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        self.is_closed = True

    async def aclose(self):
        self.is_closed = True

    async def send(self, request, *, timeout=_UNSET, follow_redirects=_UNSET, stream=False, auth=None):
        from asyncio import sleep

        history = []
        while True:
            if self._transport is not None:
                request = self._through_transport(request, auth)
                response = self._received(request, await self._transport.handle_async_request(request))
            else:
                answer = self._begin(request, timeout)
                await sleep(answer.wait)
                response = self._end(request, answer)
            following = self._redirected(request, response, history)
            if following is None or not self._follows(follow_redirects):
                response.next_request = following
                return response
            if len(history) >= self.max_redirects:
                raise TooManyRedirects("Exceeded maximum allowed redirects.", request=request)
            history.append(response)
            request = following

    async def request(self, method, url, *, timeout=_UNSET, follow_redirects=_UNSET, auth=None, **options):
        return await self.send(self.build_request(method, url, **options), timeout=timeout, follow_redirects=follow_redirects, auth=auth)

    async def get(self, url, **options):
        return await self.request("GET", url, **options)

    async def options(self, url, **options):
        return await self.request("OPTIONS", url, **options)

    async def head(self, url, **options):
        return await self.request("HEAD", url, **options)

    async def post(self, url, **options):
        return await self.request("POST", url, **options)

    async def put(self, url, **options):
        return await self.request("PUT", url, **options)

    async def patch(self, url, **options):
        return await self.request("PATCH", url, **options)

    async def delete(self, url, **options):
        return await self.request("DELETE", url, **options)

    def stream(self, method, url, **options):
        return _Streaming(self, method, url, options)


class _Streaming:
    def __init__(self, client, method, url, options):
        self.call = client, method, url, options

    async def __aenter__(self):
        client, method, url, options = self.call
        return await client.request(method, url, **options)

    async def __aexit__(self, *exception):
        pass


class Client(_BaseClient):
    _is_async = False
    _refused = "[Errno 111] Connection refused"

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.is_closed = True

    def close(self):
        self.is_closed = True

    def send(self, request, *, timeout=_UNSET, follow_redirects=_UNSET, stream=False, auth=None):
        from time import sleep

        history = []
        while True:
            if self._transport is not None:
                request = self._through_transport(request, auth)
                response = self._received(request, self._transport.handle_request(request))
            else:
                answer = self._begin(request, timeout)
                sleep(answer.wait)
                response = self._end(request, answer)
            following = self._redirected(request, response, history)
            if following is None or not self._follows(follow_redirects):
                response.next_request = following
                return response
            if len(history) >= self.max_redirects:
                raise TooManyRedirects("Exceeded maximum allowed redirects.", request=request)
            history.append(response)
            request = following

    def request(self, method, url, *, timeout=_UNSET, follow_redirects=_UNSET, auth=None, **options):
        return self.send(self.build_request(method, url, **options), timeout=timeout, follow_redirects=follow_redirects, auth=auth)

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def put(self, url, **options):
        return self.request("PUT", url, **options)

    def patch(self, url, **options):
        return self.request("PATCH", url, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)


def request(method, url, *, timeout=_DEFAULT_TIMEOUT, follow_redirects=False, verify=True, **options):
    with Client(timeout=timeout, follow_redirects=follow_redirects) as client:
        return client.request(method, url, **options)


def get(url, **options):
    return request("GET", url, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


def head(url, **options):
    return request("HEAD", url, **options)


def post(url, **options):
    return request("POST", url, **options)


def put(url, **options):
    return request("PUT", url, **options)


def patch(url, **options):
    return request("PATCH", url, **options)


def delete(url, **options):
    return request("DELETE", url, **options)
