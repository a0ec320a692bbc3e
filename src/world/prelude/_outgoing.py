# What httpx, requests and aiohttp share: the scenario's services, URLs, headers.
import _services

REASONS = {
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content", 301: "Moved Permanently", 302: "Found",
    303: "See Other", 304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized",
    402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout",
    409: "Conflict", 410: "Gone", 411: "Length Required", 412: "Precondition Failed", 413: "Request Entity Too Large",
    415: "Unsupported Media Type", 418: "I'm a Teapot", 422: "Unprocessable Entity", 423: "Locked", 424: "Failed Dependency",
    425: "Too Early", 428: "Precondition Required", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
    451: "Unavailable For Legal Reasons", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout", 505: "HTTP Version Not Supported", 507: "Insufficient Storage",
    508: "Loop Detected", 511: "Network Authentication Required",
}


class Headers:
    """Names in any case; kept as they were given."""

    def __init__(self, given=None):
        self._items = {}
        if given is not None:
            self.update(given)

    def update(self, given):
        pairs = given.items() if hasattr(given, "items") else given
        for name, value in pairs:
            self[name] = value

    def __setitem__(self, name, value):
        self._items[name.lower()] = (name, value)

    def __getitem__(self, name):
        return self._items[name.lower()][1]

    def __delitem__(self, name):
        del self._items[name.lower()]

    def __contains__(self, name):
        return isinstance(name, str) and name.lower() in self._items

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._items)

    def get(self, name, default=None):
        found = self._items.get(name.lower())
        return default if found is None else found[1]

    def setdefault(self, name, value):
        if name not in self:
            self[name] = value
        return self[name]

    def keys(self):
        return [name for name, _ in self._items.values()]

    def values(self):
        return [value for _, value in self._items.values()]

    def items(self):
        return list(self._items.values())

    def __eq__(self, other):
        if isinstance(other, dict):
            other = type(self)(other)
        if not isinstance(other, Headers):
            return NotImplemented
        return {k: v[1] for k, v in self._items.items()} == {k: v[1] for k, v in other._items.items()}


class Answer:
    """What a service will say, and after how many seconds. `refused`: there is none at that URL."""

    def __init__(self, method, url):
        found = _services.find(method, url)
        self.refused = found is None
        if found is not None:
            self.latency, self.status, self.body, headers = found
            self.headers = headers


def with_query(url, params):
    """The URL with these parameters behind those it has."""
    if not params:
        return url
    if isinstance(params, (str, bytes)):
        query = params if isinstance(params, str) else params.decode()
    else:
        from urllib.parse import urlencode

        pairs = []
        for name, value in params.items() if hasattr(params, "items") else params:
            for one in value if isinstance(value, (list, tuple)) else [value]:
                pairs.append((name, one))
        query = urlencode(pairs)
    bare, mark, fragment = url.partition("#")
    return bare + ("&" if "?" in bare else "?") + query + mark + fragment


def split(url):
    """(scheme, host, port, path and query)"""
    scheme, _, rest = url.partition("://")
    place, slash, path = rest.partition("/")
    if "?" in place:
        place, _, query = place.partition("?")
        path = "?" + query
    host, _, port = place.rpartition("@")[2].partition(":")
    return scheme, host, int(port) if port else 443 if scheme == "https" else 80, "/" + path


def normal(url):
    """As it is sent: a path at least, no fragment, blanks and letters beyond ASCII escaped."""
    url = url.partition("#")[0]
    scheme, mark, rest = url.partition("://")
    if mark and "/" not in rest.partition("?")[0]:
        place, question, query = rest.partition("?")
        url = f"{scheme}://{place}/{question}{query}"
    if url.isascii() and " " not in url:
        return url
    from urllib.parse import quote

    return quote(url, safe="/:?#[]@!$&'()*+,;=%~")


def body_bytes(json, data, content=None):
    if content is not None:
        return content.encode() if isinstance(content, str) else content
    if json is not None:
        import json as _json

        return _json.dumps(json).encode()
    if data is not None:
        if isinstance(data, (str, bytes)):
            return data.encode() if isinstance(data, str) else data
        from urllib.parse import urlencode

        return urlencode(data, doseq=True).encode()
    return b""
