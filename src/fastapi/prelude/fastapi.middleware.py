"""Names that stand in starlette.middleware."""

from starlette.middleware import Middleware
