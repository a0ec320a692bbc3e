"""Answers are not compressed: a client that would take gzip is refused by name, others get theirs as they are."""

from starlette.datastructures import Headers


class GZipMiddleware:
    def __init__(self, app, minimum_size=500, compresslevel=9):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            raise NotImplementedError("One Waiter does not run GZipMiddleware for a client that accepts gzip yet: no accept-encoding is the usual way")
        await self.app(scope, receive, send)
