"""Starlette: the ASGI toolkit below FastAPI. Its parts stand in modules of their own, as in the real one."""

__version__ = "0.50.0"
