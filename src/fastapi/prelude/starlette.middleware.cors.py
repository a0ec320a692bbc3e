"""Cross-origin requests: preflights are answered here, other answers get their headers (the Fetch standard's CORS protocol)."""

from starlette.datastructures import Headers, MutableHeaders

ALL_METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
SAFELISTED_HEADERS = {"Accept", "Accept-Language", "Content-Language", "Content-Type"}


class CORSMiddleware:
    def __init__(self, app, allow_origins=(), allow_methods=("GET",), allow_headers=(), allow_credentials=False, allow_origin_regex=None,
                 allow_private_network=False, expose_headers=(), max_age=600):
        if "*" in allow_methods:
            allow_methods = ALL_METHODS
        self.allow_origin_regex = None
        if allow_origin_regex is not None:
            import re

            self.allow_origin_regex = re.compile(allow_origin_regex)
        self.app = app
        self.allow_origins = allow_origins
        self.allow_methods = allow_methods
        self.allow_all_origins = "*" in allow_origins
        self.allow_all_headers = "*" in allow_headers
        self.preflight_explicit_allow_origin = not self.allow_all_origins or allow_credentials
        self.allow_credentials = allow_credentials
        self.simple_headers = {}
        if self.allow_all_origins:
            self.simple_headers["Access-Control-Allow-Origin"] = "*"
        if allow_credentials:
            self.simple_headers["Access-Control-Allow-Credentials"] = "true"
        if expose_headers:
            self.simple_headers["Access-Control-Expose-Headers"] = ", ".join(expose_headers)
        self.preflight_headers = {}
        if self.preflight_explicit_allow_origin:
            self.preflight_headers["Vary"] = "Origin"
        else:
            self.preflight_headers["Access-Control-Allow-Origin"] = "*"
        self.preflight_headers["Access-Control-Allow-Methods"] = ", ".join(allow_methods)
        self.preflight_headers["Access-Control-Max-Age"] = str(max_age)
        allow_headers = sorted(SAFELISTED_HEADERS | set(allow_headers))
        if allow_headers and not self.allow_all_headers:
            self.preflight_headers["Access-Control-Allow-Headers"] = ", ".join(allow_headers)
        if allow_credentials:
            self.preflight_headers["Access-Control-Allow-Credentials"] = "true"
        self.allow_headers = [each.lower() for each in allow_headers]

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is None:
            await self.app(scope, receive, send)
        elif scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await self.preflight_response(request_headers=headers)(scope, receive, send)
        else:
            await self.simple_response(scope, receive, send, headers, origin)

    def is_allowed_origin(self, origin):
        if self.allow_all_origins:
            return True
        if self.allow_origin_regex is not None and self.allow_origin_regex.fullmatch(origin):
            return True
        return origin in self.allow_origins

    def preflight_response(self, request_headers):
        from starlette.responses import PlainTextResponse

        origin = request_headers["origin"]
        method = request_headers["access-control-request-method"]
        asked = request_headers.get("access-control-request-headers")
        headers = dict(self.preflight_headers)
        failures = []
        if self.is_allowed_origin(origin):
            if self.preflight_explicit_allow_origin:
                headers["Access-Control-Allow-Origin"] = origin
        else:
            failures.append("origin")
        if method not in self.allow_methods:
            failures.append("method")
        if self.allow_all_headers and asked is not None:
            headers["Access-Control-Allow-Headers"] = asked
        elif asked is not None:
            for header in [each.lower() for each in asked.split(",")]:
                if header.strip() not in self.allow_headers:
                    failures.append("headers")
                    break
        if failures:
            return PlainTextResponse("Disallowed CORS " + ", ".join(failures), status_code=400, headers=headers)
        return PlainTextResponse("OK", status_code=200, headers=headers)

    async def simple_response(self, scope, receive, send, request_headers, origin):
        async def sender(message):
            if message["type"] == "http.response.start":
                message.setdefault("headers", [])
                headers = MutableHeaders(raw=list(message["headers"]))
                headers.update(self.simple_headers)
                has_cookie = "cookie" in request_headers
                if self.allow_all_origins and has_cookie:
                    self.allow_explicit_origin(headers, origin)
                elif not self.allow_all_origins and self.is_allowed_origin(origin):
                    self.allow_explicit_origin(headers, origin)
                message["headers"] = headers.raw
            await send(message)

        await self.app(scope, receive, sender)

    @staticmethod
    def allow_explicit_origin(headers, origin):
        headers["Access-Control-Allow-Origin"] = origin
        headers.add_vary_header("Origin")
