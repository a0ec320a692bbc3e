"""Names that stand in starlette.middleware.gzip."""

from starlette.middleware.gzip import GZipMiddleware
