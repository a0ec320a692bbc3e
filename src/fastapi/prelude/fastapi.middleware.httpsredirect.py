"""Names that stand in starlette.middleware.httpsredirect."""

from starlette.middleware.httpsredirect import HTTPSRedirectMiddleware
