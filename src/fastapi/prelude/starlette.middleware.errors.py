"""The outermost middleware."""

from starlette._handling import ServerErrorMiddleware
