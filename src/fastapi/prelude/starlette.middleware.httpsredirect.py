"""Plain HTTP is sent on to HTTPS."""

from starlette.datastructures import URL


class HTTPSRedirectMiddleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] not in ("http", "websocket") or scope["scheme"] not in ("http", "ws"):
            await self.app(scope, receive, send)
            return
        from starlette.responses import RedirectResponse

        url = URL(scope=scope)
        scheme = {"http": "https", "ws": "wss"}[url.scheme]
        netloc = url.hostname if url.port in (80, 443) else url.netloc
        await RedirectResponse(url.replace(scheme=scheme, netloc=netloc), status_code=307)(scope, receive, send)
