"""FastAPI's names. Each is imported from its module when it is first asked for, so that a program pays for what it uses."""

__version__ = "0.121.0"

_HOMES = {
    "FastAPI": "fastapi.applications", "APIRouter": "fastapi.routing", "BackgroundTasks": "fastapi.background", "Request": "starlette.requests",
    "Response": "starlette.responses", "UploadFile": "fastapi.datastructures", "HTTPException": "fastapi.exceptions",
    "WebSocketException": "fastapi.exceptions", "WebSocket": "starlette.websockets", "WebSocketDisconnect": "starlette.websockets",
    "Body": "fastapi.params", "Cookie": "fastapi.params", "Depends": "fastapi.params", "File": "fastapi.params", "Form": "fastapi.params",
    "Header": "fastapi.params", "Path": "fastapi.params", "Query": "fastapi.params", "Security": "fastapi.params",
}
_MODULES = ("status", "responses", "exceptions", "encoders", "routing", "params", "security", "middleware", "testclient", "websockets", "requests",
            "concurrency", "staticfiles", "background", "datastructures", "templating", "applications", "openapi", "exception_handlers",
            "dependencies", "param_functions")


def __getattr__(name):
    home = _HOMES.get(name)
    if home is None:
        if name not in _MODULES:
            raise AttributeError(f"module 'fastapi' has no attribute {name!r}")
        import importlib

        return importlib.import_module("starlette.status" if name == "status" else "fastapi." + name)
    import importlib

    value = globals()[name] = getattr(importlib.import_module(home), name)
    return value
