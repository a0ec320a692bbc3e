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


def install(services, clock):
    _httpx(services)
    _requests(services)


def _httpx(services):
    import asyncio
    import time

    import httpx

    def begin(request):
        service = find(services, str(request.url))
        if service is None:
            raise httpx.ConnectError("All connection attempts failed", request=request)
        timeout = (request.extensions.get("timeout") or {}).get("read")
        latency = service.get("latency", 0.0)
        return service, (timeout if timeout is not None and timeout < latency else None), latency

    def answer(service):
        body, headers = headers_of(service)
        return httpx.Response(service.get("status", 200), headers=headers, content=body)

    async def handle_async_request(self, request):
        service, timeout, latency = begin(request)
        await asyncio.sleep(latency if timeout is None else timeout)
        if timeout is not None:
            raise httpx.ReadTimeout("", request=request)
        return answer(service)

    def handle_request(self, request):
        service, timeout, latency = begin(request)
        time.sleep(latency if timeout is None else timeout)
        if timeout is not None:
            raise httpx.ReadTimeout("", request=request)
        return answer(service)

    httpx.AsyncHTTPTransport.handle_async_request = handle_async_request
    httpx.HTTPTransport.handle_request = handle_request
    # What the real ones do besides: a connection is refused at once, by another message where it is not awaited.


def _requests(services):
    import io
    import time

    import requests
    import urllib3

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        service = find(services, request.url)
        if service is None:
            raise requests.exceptions.ConnectionError("[Errno 111] Connection refused", request=request)
        read = timeout[1] if isinstance(timeout, tuple) else timeout
        latency = service.get("latency", 0.0)
        if read is not None and read < latency:
            time.sleep(read)
            host = requests.compat.urlparse(request.url)
            port = host.port or (443 if host.scheme == "https" else 80)
            pool = "HTTPSConnectionPool" if host.scheme == "https" else "HTTPConnectionPool"
            raise requests.exceptions.ReadTimeout(f"{pool}(host='{host.hostname}', port={port}): Read timed out. (read timeout={read})", request=request)
        time.sleep(latency)
        body, headers = headers_of(service)
        raw = urllib3.HTTPResponse(io.BytesIO(body), headers=headers, status=service.get("status", 200), preload_content=False)
        return self.build_response(request, raw)

    requests.adapters.HTTPAdapter.send = send
