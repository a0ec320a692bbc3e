# aiohttp's client over the scenario's services. Its server is not run: an application is FastAPI's.
import _outgoing
import asyncio

__version__ = "3.11.18"


class ClientError(Exception): ...


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, code=None, status=None, message="", headers=None):
        self.request_info = request_info
        self.history = history
        self.status = status if status is not None else code if code is not None else 0
        self.message = message
        self.headers = headers
        self.args = (request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"


class ContentTypeError(ClientResponseError): ...
class ClientPayloadError(ClientError): ...
class ClientConnectionError(ClientError): ...
class ClientOSError(ClientConnectionError, OSError): ...


class ClientConnectorError(ClientOSError):
    def __init__(self, host, port, error):
        self.host, self.port, self.os_error = host, port, error
        super().__init__(error.errno, error.strerror)
        self.ssl = True

    def __str__(self):
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{self.strerror}]"


class ServerConnectionError(ClientConnectionError): ...
class ServerDisconnectedError(ServerConnectionError): ...
class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError): ...
class SocketTimeoutError(ServerTimeoutError): ...
class ConnectionTimeoutError(ServerTimeoutError): ...
class InvalidURL(ClientError, ValueError): ...


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None):
        self.total, self.connect, self.sock_read, self.sock_connect = total, connect, sock_read, sock_connect


class TCPConnector:
    def __init__(self, **options):
        self.limit = options.get("limit", 100)
        self.limit_per_host = options.get("limit_per_host", 0)

    async def close(self):
        pass


class _Headers(_outgoing.Headers):
    def __repr__(self):
        return "<CIMultiDictProxy(" + ", ".join(f"'{name}': {value!r}" for name, value in self.items()) + ")>"


class RequestInfo:
    def __init__(self, url, method, headers):
        self.url = self.real_url = url
        self.method = method
        self.headers = headers


class ClientResponse:
    def __init__(self, method, url, answer, request_headers):
        self.method = method
        self.url = self.real_url = url
        self.status = answer.status
        self.reason = _outgoing.REASONS.get(answer.status, "")
        self.headers = _Headers(answer.headers)
        self.request_info = RequestInfo(url, method, request_headers)
        self.history = ()
        self._body = b"" if method == "HEAD" else answer.body
        self.closed = False

    @property
    def ok(self):
        return 400 > self.status

    @property
    def content_type(self):
        return self.headers.get("content-type", "application/octet-stream").partition(";")[0].strip()

    @property
    def charset(self):
        _, mark, rest = self.headers.get("content-type", "").partition("charset=")
        return rest if mark else None

    async def read(self):
        return self._body

    async def text(self, encoding=None, errors="strict"):
        return self._body.decode(encoding or "utf-8", errors)

    async def json(self, *, encoding=None, loads=None, content_type="application/json"):
        import json

        if content_type and self.content_type != content_type and not self.content_type.endswith("+json"):
            raise ContentTypeError(self.request_info, self.history, status=self.status, headers=self.headers,
                                   message=f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('content-type', '')}")
        stripped = self._body.strip()
        if not stripped:
            return None
        return (loads or json.loads)(stripped.decode(encoding or "utf-8"))

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    def release(self):
        self.closed = True

    close = release

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        self.release()

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"


class _Calling:
    """What session.get() gives: to be awaited, or entered with `async with`."""

    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *exception):
        self._response.release()


class ClientSession:
    def __init__(self, base_url=None, *, headers=None, timeout=None, connector=None, raise_for_status=False, cookies=None, auth=None,
                 trust_env=False, json_serialize=None, connector_owner=True):
        self._base_url = base_url
        self.headers = _Headers(headers)
        self.timeout = timeout if timeout is not None else ClientTimeout(total=5 * 60)
        self._raise_for_status = raise_for_status
        self.closed = False

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exception):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    async def close(self):
        self.closed = True

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=None, allow_redirects=True,
                       max_redirects=10, raise_for_status=None, ssl=None, auth=None, cookies=None, proxy=None):
        if self.closed:
            raise RuntimeError("Session is closed")
        url = str(url)
        if self._base_url is not None and "://" not in url:
            url = str(self._base_url).rstrip("/") + "/" + url.lstrip("/")
        if not url.startswith(("http://", "https://")):
            raise InvalidURL(url)
        url = _outgoing.normal(_outgoing.with_query(url, params))
        limits = self.timeout if timeout is None else timeout
        if not isinstance(limits, ClientTimeout):
            limits = ClientTimeout(total=limits)
        loop = asyncio.get_running_loop()
        ends = None if limits.total is None else loop.time() + limits.total
        merged = _Headers(self.headers)
        merged.update(headers or {})
        history = []
        while True:
            answer = _outgoing.Answer(method, url)
            if answer.refused:
                _, host, port, _ = _outgoing.split(url)
                raise ClientConnectorError(host, port, OSError(111, f"Connect call failed ('{host}', {port})"))
            if limits.sock_read is not None and limits.sock_read < answer.latency:
                await asyncio.sleep(limits.sock_read)
                raise SocketTimeoutError("Timeout on reading data from socket")
            if ends is not None and loop.time() + answer.latency > ends:
                await asyncio.sleep(ends - loop.time())
                raise asyncio.TimeoutError from None
            await asyncio.sleep(answer.latency)
            response = ClientResponse(method, url, answer, merged)
            if not allow_redirects or response.status not in (301, 302, 303, 307, 308) or "location" not in response.headers:
                break
            from urllib.parse import urljoin

            history.append(response)
            if response.status == 303 or (response.status in (301, 302) and method == "POST"):
                method = "GET"
            url = _outgoing.normal(urljoin(url, response.headers["location"]))
        response.history = tuple(history)
        wants = self._raise_for_status if raise_for_status is None else raise_for_status
        if wants:
            response.raise_for_status()
        return response

    def request(self, method, url, **options):
        return _Calling(self._request(method, url, **options))

    def get(self, url, **options):
        return _Calling(self._request("GET", url, **options))

    def options(self, url, **options):
        return _Calling(self._request("OPTIONS", url, **options))

    def head(self, url, **options):
        options.setdefault("allow_redirects", False)
        return _Calling(self._request("HEAD", url, **options))

    def post(self, url, **options):
        return _Calling(self._request("POST", url, **options))

    def put(self, url, **options):
        return _Calling(self._request("PUT", url, **options))

    def patch(self, url, **options):
        return _Calling(self._request("PATCH", url, **options))

    def delete(self, url, **options):
        return _Calling(self._request("DELETE", url, **options))
