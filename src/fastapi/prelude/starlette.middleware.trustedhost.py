"""Only requests to hosts that are named are let in."""

from starlette.datastructures import URL, Headers


class TrustedHostMiddleware:
    def __init__(self, app, allowed_hosts=None, www_redirect=True):
        hosts = ["*"] if allowed_hosts is None else list(allowed_hosts)
        for pattern in hosts:
            assert "*" not in pattern[1:], "Domain wildcard patterns must be like '*.example.com'."
            if pattern.startswith("*") and pattern != "*":
                assert pattern.startswith("*."), "Domain wildcard patterns must be like '*.example.com'."
        self.app = app
        self.allowed_hosts = hosts
        self.allow_any = "*" in hosts
        self.www_redirect = www_redirect

    async def __call__(self, scope, receive, send):
        if self.allow_any or scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        from starlette.responses import PlainTextResponse, RedirectResponse

        host = Headers(scope=scope).get("host", "").split(":")[0]
        to_www = False
        for pattern in self.allowed_hosts:
            if host == pattern or pattern.startswith("*") and host.endswith(pattern[1:]):
                await self.app(scope, receive, send)
                return
            if "www." + host == pattern:
                to_www = True
        if to_www and self.www_redirect:
            url = URL(scope=scope)
            response = RedirectResponse(url=str(url.replace(netloc="www." + url.netloc)))
        else:
            response = PlainTextResponse("Invalid host header", status_code=400)
        await response(scope, receive, send)
