"""What the program's outgoing HTTP calls reach: the scenario's services, after their latency, on the virtual clock.

Stands below httpx's transports and requests' adapter, so that everything above them (timeouts, redirects, errors, pools) is the real
library. Any other URL: connection refused.
"""

import json

SECOND_NS = 1_000_000_000


def body_of(service):
    if "json" in service:
        return json.dumps(service["json"], separators=(",", ":"), ensure_ascii=False).encode(), "application/json"
    return service.get("text", "").encode(), "text/plain; charset=utf-8"


def find(services, url):
    for service in services:
        if service["url"] == url:
            return service
    bare = url.partition("?")[0]
    for service in services:
        if service["url"] == bare:
            return service
    return None


def headers_of(service):
    body, kind = body_of(service)
    return body, {"content-type": kind, "content-length": str(len(body)), **service.get("headers", {})}


def install(services, program_text):
    """Stands below those libraries that the program names: each takes long to import."""
    for name, stand_below in (("httpx", _httpx), ("requests", _requests), ("aiohttp", _aiohttp)):
        if name in program_text:
            stand_below(services)


def _aiohttp(services):
    """Below aiohttp's connector: a transport that answers as the service does, after its latency."""
    import asyncio

    import aiohttp
    from aiohttp.client_proto import ResponseHandler

    class Transport(asyncio.Transport):
        def __init__(self, protocol, service):
            super().__init__()
            self.protocol, self.service, self.answered = protocol, service, False

        def write(self, data):
            if not self.answered:
                self.answered = True
                self.timer = asyncio.get_running_loop().call_later(self.service.get("latency", 0.0), self.answer)

        def answer(self):
            body, headers = headers_of(self.service)
            import http.client

            status = self.service.get("status", 200)
            head = f"HTTP/1.1 {status} {http.client.responses.get(status, '')}\r\n"
            head += "".join(f"{name}: {value}\r\n" for name, value in headers.items()) + "Connection: close\r\n\r\n"
            self.protocol.data_received(head.encode() + body)

        def close(self):
            if self.answered:
                self.timer.cancel()

        abort = close

        def is_closing(self):
            return False

        def get_extra_info(self, name, default=None):
            return default

    async def create(self, request, traces, timeout):
        service = find(services, str(request.url))
        if service is None:
            refused = OSError(111, f"Connect call failed ('{request.url.host}', {request.url.port})")
            raise aiohttp.ClientConnectorError(request.connection_key, refused)
        protocol = ResponseHandler(loop=asyncio.get_running_loop())
        protocol.connection_made(Transport(protocol, service))
        return protocol

    aiohttp.TCPConnector._create_connection = create


def _httpx(services):
    import asyncio
    import time

    import httpx

    def begin(request, refused):
        service = find(services, str(request.url))
        if service is None:
            raise httpx.ConnectError(refused, request=request)
        timeout = (request.extensions.get("timeout") or {}).get("read")
        latency = service.get("latency", 0.0)
        return service, (timeout if timeout is not None and timeout < latency else None), latency

    def answer(service):
        body, headers = headers_of(service)
        return httpx.Response(service.get("status", 200), headers=headers, content=body)

    async def handle_async_request(self, request):
        service, timeout, latency = begin(request, "All connection attempts failed")
        await asyncio.sleep(latency if timeout is None else timeout)
        if timeout is not None:
            raise httpx.ReadTimeout("", request=request)
        return answer(service)

    def handle_request(self, request):
        service, timeout, latency = begin(request, "[Errno 111] Connection refused")
        time.sleep(latency if timeout is None else timeout)
        if timeout is not None:
            raise httpx.ReadTimeout("timed out", request=request)
        return answer(service)

    httpx.AsyncHTTPTransport.handle_async_request = handle_async_request
    httpx.HTTPTransport.handle_request = handle_request
    real_check = httpx.Response.raise_for_status

    def raise_for_status(self):
        """Today's gives the response back, and names another page of explanations."""
        try:
            real_check(self)
        except httpx.HTTPStatusError as error:
            words = str(error).replace("https://httpstatuses.com/", "https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/")
            raise httpx.HTTPStatusError(words, request=error.request, response=error.response) from None
        return self

    httpx.Response.raise_for_status = raise_for_status


def _requests(services):
    import http.client
    import io
    import time

    import requests
    import urllib3

    def place(request):
        to = requests.compat.urlparse(request.url)
        kind = "HTTPS" if to.scheme == "https" else "HTTP"
        port = to.port or (443 if kind == "HTTPS" else 80)
        pool = f"{kind}ConnectionPool(host='{to.hostname}', port={port})"
        return pool, f"urllib3.connection.{kind}Connection", request.path_url

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        service = find(services, request.url)
        if service is None:
            pool, connection, url = place(request)
            raise requests.exceptions.ConnectionError(
                f"{pool}: Max retries exceeded with url: {url} (Caused by NewConnectionError('<{connection} object at 0x0>: Failed to "
                "establish a new connection: [Errno 111] Connection refused'))", request=request)
        read = timeout[1] if isinstance(timeout, tuple) else timeout
        latency = service.get("latency", 0.0)
        if read is not None and read < latency:
            time.sleep(read)
            pool = place(request)[0]
            raise requests.exceptions.ReadTimeout(f"{pool}: Read timed out. (read timeout={read})", request=request)
        time.sleep(latency)
        body, headers = headers_of(service)
        status = service.get("status", 200)
        reason = http.client.responses.get(status, "")
        raw = urllib3.HTTPResponse(io.BytesIO(body), headers=headers, status=status, reason=reason, preload_content=False)
        return self.build_response(request, raw)

    requests.adapters.HTTPAdapter.send = send
