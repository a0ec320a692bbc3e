"""Names that stand in starlette.requests."""

from starlette.requests import HTTPConnection, Request
