"""Sessions in a signed cookie: anybody may read it, nobody else can write it. The signature is that of the package itsdangerous."""

import json as _json
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection


class _Signer:
    """itsdangerous.TimestampSigner: `value.when.signature`, the last two in base64 for URLs without padding."""

    def __init__(self, secret_key):
        import hashlib

        self.key = hashlib.sha1(b"itsdangerous.Signer" + b"signer" + secret_key.encode()).digest()

    def _signature(self, value):
        import hashlib
        import hmac

        return urlsafe_b64encode(hmac.new(self.key, value, hashlib.sha1).digest()).rstrip(b"=")

    def sign(self, value):
        import time

        when = int(time.time())
        value += b"." + urlsafe_b64encode(when.to_bytes((when.bit_length() + 7) // 8, "big")).rstrip(b"=")
        return value + b"." + self._signature(value)

    def unsign(self, signed, max_age):
        """The value; None if somebody else signed it, or it is too old."""
        import hmac
        import time

        value, _, signature = signed.rpartition(b".")
        if not hmac.compare_digest(signature, self._signature(value)):
            return None
        value, _, when = value.rpartition(b".")
        when = int.from_bytes(urlsafe_b64decode(when + b"=" * (-len(when) % 4)), "big")
        if max_age is not None and not 0 <= int(time.time()) - when <= max_age:
            return None
        return value


class SessionMiddleware:
    def __init__(self, app, secret_key, session_cookie="session", max_age=14 * 24 * 60 * 60, path="/", same_site="lax", https_only=False,
                 domain=None):
        self.app = app
        self.signer = _Signer(str(secret_key))
        self.session_cookie = session_cookie
        self.max_age = max_age
        self.path = path
        self.security_flags = "httponly; samesite=" + same_site
        if https_only:
            self.security_flags += "; secure"
        if domain is not None:
            self.security_flags += f"; domain={domain}"

    def _read(self, scope):
        """The session of the request, None where it has none that is ours."""
        cookie = HTTPConnection(scope).cookies.get(self.session_cookie)
        value = None if cookie is None else self.signer.unsign(cookie.encode(), self.max_age)
        return None if value is None else _json.loads(b64decode(value))

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        found = self._read(scope)
        scope["session"] = {} if found is None else found

        async def send_with_session(message):
            if message["type"] == "http.response.start":
                session = scope["session"]
                if session:
                    signed = self.signer.sign(b64encode(_json.dumps(session).encode())).decode()
                    age = f"Max-Age={self.max_age}; " if self.max_age else ""
                    self._set(message, f"{signed}; path={self.path}; {age}")
                elif found is not None:  # cleared
                    self._set(message, f"null; path={self.path}; expires=Thu, 01 Jan 1970 00:00:00 GMT; ")
            await send(message)

        await self.app(scope, receive, send_with_session)

    def _set(self, message, value):
        MutableHeaders(scope=message).append("Set-Cookie", f"{self.session_cookie}={value}{self.security_flags}")
