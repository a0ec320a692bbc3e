# requests over the scenario's services. It blocks whoever calls it, as it does in life.
import sys
import _outgoing
import requests.exceptions
from requests.exceptions import (
    ConnectionError, ConnectTimeout, HTTPError, InvalidSchema, InvalidURL, JSONDecodeError, MissingSchema, ReadTimeout, RequestException,
    Timeout, TooManyRedirects, URLRequired,
)

__version__ = "2.32.3"
exceptions = sys.modules["requests.exceptions"]


class _Codes:
    ok, created, accepted, no_content = 200, 201, 202, 204
    bad_request, unauthorized, forbidden, not_found, too_many_requests = 400, 401, 403, 404, 429
    internal_server_error, bad_gateway, service_unavailable = 500, 502, 503


codes = _Codes()


class _Headers(_outgoing.Headers):
    def __repr__(self):
        return repr(dict(self.items()))


class PreparedRequest:
    def __init__(self, method, url, headers, body):
        self.method, self.url, self.headers, self.body = method, url, headers, body or None

    def __repr__(self):
        return f"<PreparedRequest [{self.method}]>"


class Response:
    def __init__(self):
        self.status_code = None
        self.content = b""
        self.headers = _Headers()
        self.url = None
        self.request = None
        self.history = []
        self.reason = None
        self.encoding = "utf-8"

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    def json(self, **options):
        import json

        try:
            return json.loads(self.text, **options)
        except json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos)

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    def raise_for_status(self):
        if 400 <= self.status_code < 500:
            message = f"{self.status_code} Client Error: {self.reason} for url: {self.url}"
        elif 500 <= self.status_code < 600:
            message = f"{self.status_code} Server Error: {self.reason} for url: {self.url}"
        else:
            return
        raise HTTPError(message, response=self)

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        for line in self.content.splitlines():
            yield line.decode() if decode_unicode else line

    def iter_content(self, chunk_size=1, decode_unicode=False):
        for begin in range(0, len(self.content), chunk_size or len(self.content) or 1):
            yield self.content[begin : begin + chunk_size]

    def close(self):
        pass

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


class Session:
    def __init__(self):
        self.headers = _Headers()
        self.params = {}
        self.auth = None
        self.verify = True
        self.max_redirects = 30

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def close(self):
        pass

    def mount(self, prefix, adapter):
        pass

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        if "://" not in url:
            raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?")
        if not url.startswith(("http://", "https://")):
            raise InvalidSchema(f"No connection adapters were found for {url!r}")
        merged = _Headers(self.headers)
        merged.update(headers or {})
        if json is not None and data is None:
            merged.setdefault("Content-Type", "application/json")
        url = _outgoing.normal(_outgoing.with_query(_outgoing.with_query(url, self.params), params))
        request = PreparedRequest(method.upper(), url, merged, _outgoing.body_bytes(None if data is not None else json, data))
        history = []
        while True:
            response = self._send(request, timeout)
            response.history = history[:]
            if not allow_redirects or not response.is_redirect:
                return response
            if len(history) >= self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            from urllib.parse import urljoin

            history.append(response)
            code = response.status_code
            kept = not (code == 303 or (code in (301, 302) and request.method == "POST"))
            request = PreparedRequest(request.method if kept else "GET", _outgoing.normal(urljoin(request.url, response.headers["location"])),
                                      request.headers, request.body if kept else None)

    def _send(self, request, timeout):
        from time import sleep

        answer = _outgoing.Answer(request.method, request.url)
        scheme, host, port, path = _outgoing.split(request.url)
        pool = f"{'HTTPS' if scheme == 'https' else 'HTTP'}ConnectionPool(host='{host}', port={port})"
        if answer.refused:
            connection = f"<urllib3.connection.{'HTTPS' if scheme == 'https' else 'HTTP'}Connection object at 0x7f0000000000>"
            raise ConnectionError(f"{pool}: Max retries exceeded with url: {path} (Caused by NewConnectionError('{connection}: Failed to "
                                  "establish a new connection: [Errno 111] Connection refused'))", request=request)
        limit = timeout[1] if isinstance(timeout, tuple) else timeout
        if limit is not None and limit < answer.latency:
            sleep(limit)
            raise ReadTimeout(f"{pool}: Read timed out. (read timeout={limit})", request=request)
        sleep(answer.latency)
        response = Response()
        response.status_code = answer.status
        response.reason = _outgoing.REASONS.get(answer.status, "")
        response.headers = _Headers(answer.headers)
        response.content = b"" if request.method == "HEAD" else answer.body
        response.url = request.url
        response.request = request
        response._elapsed = answer.latency
        return response

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def options(self, url, **options):
        return self.request("OPTIONS", url, **options)

    def head(self, url, **options):
        options.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **options)

    def post(self, url, data=None, json=None, **options):
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)


def _elapsed(self):
    import datetime

    return datetime.timedelta(seconds=self._elapsed)


Response.elapsed = property(_elapsed)


def session():
    return Session()


def request(method, url, **options):
    return Session().request(method, url, **options)


def get(url, params=None, **options):
    return request("GET", url, params=params, **options)


def options(url, **options):
    return request("OPTIONS", url, **options)


def head(url, **options):
    options.setdefault("allow_redirects", False)
    return request("HEAD", url, **options)


def post(url, data=None, json=None, **options):
    return request("POST", url, data=data, json=json, **options)


def put(url, data=None, **options):
    return request("PUT", url, data=data, **options)


def patch(url, data=None, **options):
    return request("PATCH", url, data=data, **options)


def delete(url, **options):
    return request("DELETE", url, **options)
