"""Names that stand in starlette.middleware.trustedhost."""

from starlette.middleware.trustedhost import TrustedHostMiddleware
