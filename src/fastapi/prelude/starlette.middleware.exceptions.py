"""The innermost middleware."""

from starlette._handling import ExceptionMiddleware
