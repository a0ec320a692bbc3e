"""Answers: each is an ASGI application that sends itself."""

import json as _json

from starlette.background import BackgroundTask
from starlette.datastructures import MutableHeaders

__all__ = ["FileResponse", "HTMLResponse", "JSONResponse", "PlainTextResponse", "RedirectResponse", "Response", "StreamingResponse"]


class Response:
    media_type = None
    charset = "utf-8"
    _headers = None

    def __init__(self, content=None, status_code=200, headers=None, media_type=None, background=None):
        self.status_code = status_code
        if media_type is not None:
            self.media_type = media_type
        self.background = background
        self.body = self.render(content)
        self.init_headers(headers)

    def render(self, content):
        if content is None:
            return b""
        if isinstance(content, bytes) or type(content).__name__ == "memoryview":
            return content
        return content.encode(self.charset)

    def init_headers(self, headers=None):
        with_length = with_type = True
        if headers is None:
            raw = []
        else:
            raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
            names = [pair[0] for pair in raw]
            with_length = b"content-length" not in names
            with_type = b"content-type" not in names
        body = getattr(self, "body", None)
        status = self.status_code
        if body is not None and with_length and not (status < 200 or status in (204, 304)):
            raw.append((b"content-length", str(len(body)).encode("latin-1")))
        kind = self.media_type
        if kind is not None and with_type:
            if kind.startswith("text/") and "charset=" not in kind.lower():
                kind += "; charset=" + self.charset
            raw.append((b"content-type", kind.encode("latin-1")))
        self.raw_headers = raw

    @property
    def headers(self):
        found = self._headers
        if found is None:
            found = self._headers = MutableHeaders(raw=self.raw_headers)
        return found

    def set_cookie(self, key, value="", max_age=None, expires=None, path="/", domain=None, secure=False, httponly=False, samesite="lax",
                   partitioned=False):
        """The attributes stand in the order in which http.cookies writes them: by name."""
        from starlette._text import quoted_cookie

        if samesite is not None and samesite.lower() not in ("strict", "lax", "none"):
            raise AssertionError("samesite must be either 'strict', 'lax' or 'none'")
        parts = [f"{key}={quoted_cookie(value)}"]
        if domain is not None:
            parts.append(f"Domain={domain}")
        if expires is not None:
            parts.append(f"expires={_http_date(expires)}")
        if httponly:
            parts.append("HttpOnly")
        if max_age is not None:
            parts.append(f"Max-Age={max_age}")
        if partitioned:
            parts.append("Partitioned")
        if path is not None:
            parts.append(f"Path={path}")
        if samesite is not None:
            parts.append(f"SameSite={samesite}")
        if secure:
            parts.append("Secure")
        self.raw_headers.append((b"set-cookie", "; ".join(parts).encode("latin-1")))

    def delete_cookie(self, key, path="/", domain=None, secure=False, httponly=False, samesite="lax"):
        self.set_cookie(key, max_age=0, expires=0, path=path, domain=domain, secure=secure, httponly=httponly, samesite=samesite)

    async def __call__(self, scope, receive, send):
        prefix = "websocket." if scope["type"] == "websocket" else ""
        await send({"type": prefix + "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": prefix + "http.response.body", "body": self.body})
        if self.background is not None:
            await self.background()


def _http_date(expires):
    if isinstance(expires, str):
        return expires
    import datetime

    if isinstance(expires, int):
        expires = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=expires)
    moment = expires.astimezone(datetime.timezone.utc)
    day = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[moment.weekday()]
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[moment.month - 1]
    return f"{day}, {moment.day:02d} {month} {moment.year:04d} {moment.hour:02d}:{moment.minute:02d}:{moment.second:02d} GMT"


class HTMLResponse(Response):
    media_type = "text/html"


class PlainTextResponse(Response):
    media_type = "text/plain"


class JSONResponse(Response):
    media_type = "application/json"

    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content):
        return _json.dumps(content, ensure_ascii=False, allow_nan=False, indent=None, separators=(",", ":")).encode("utf-8")


class UJSONResponse(JSONResponse):
    pass


class ORJSONResponse(JSONResponse):
    pass


class RedirectResponse(Response):
    def __init__(self, url, status_code=307, headers=None, background=None):
        super().__init__(content=b"", status_code=status_code, headers=headers, background=background)
        from urllib.parse import quote

        self.headers["location"] = quote(str(url), safe=":/%#?=@[]!$&'()*+,;")


class StreamingResponse(Response):
    def __init__(self, content, status_code=200, headers=None, media_type=None, background=None):
        if hasattr(content, "__aiter__"):
            self.body_iterator = content
        else:
            from starlette.concurrency import iterate_in_threadpool

            self.body_iterator = iterate_in_threadpool(content)
        self.status_code = status_code
        if media_type is not None:
            self.media_type = media_type
        self.background = background
        self.init_headers(headers)

    async def listen_for_disconnect(self, receive):
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                break

    async def stream_response(self, send):
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for chunk in self.body_iterator:
            if not isinstance(chunk, bytes) and type(chunk).__name__ != "memoryview":
                chunk = chunk.encode(self.charset)
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def __call__(self, scope, receive, send):
        from starlette.concurrency import first_complete

        await first_complete([lambda: self.stream_response(send), lambda: self.listen_for_disconnect(receive)])
        if self.background is not None:
            await self.background()


class FileResponse(Response):
    """A file of the program's own folder."""

    chunk_size = 64 * 1024

    def __init__(self, path, status_code=200, headers=None, media_type=None, background=None, filename=None, stat_result=None, method=None,
                 content_disposition_type="attachment"):
        self.path = path
        self.status_code = status_code
        self.filename = filename
        if media_type is None:
            media_type = guessed_type(str(filename or path)) or "text/plain"
        self.media_type = media_type
        self.background = background
        self.init_headers(headers)
        if self.filename is not None:
            from urllib.parse import quote

            quoted = quote(self.filename)
            said = f"filename*=utf-8''{quoted}" if quoted != self.filename else f'filename="{self.filename}"'
            self.headers.setdefault("content-disposition", f"{content_disposition_type}; {said}")

    async def __call__(self, scope, receive, send):
        from _server import program_file

        content = program_file(str(self.path))
        if content is None:
            raise RuntimeError(f"File at path {self.path} does not exist.")
        self.headers.setdefault("accept-ranges", "bytes")
        self.headers.setdefault("content-length", str(len(content)))
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"].upper() == "HEAD" else content, "more_body": False})
        if self.background is not None:
            await self.background()


_TYPES = {"html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "txt": "text/plain",
          "csv": "text/csv", "xml": "text/xml", "pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
          "gif": "image/gif", "svg": "image/svg+xml", "ico": "image/vnd.microsoft.icon", "webp": "image/webp", "mp3": "audio/mpeg",
          "mp4": "video/mp4", "zip": "application/zip", "md": "text/markdown", "wasm": "application/wasm"}


def guessed_type(name):
    return _TYPES.get(name.rpartition(".")[2].lower()) if "." in name else None
