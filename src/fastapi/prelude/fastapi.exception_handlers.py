"""The answers to the exceptions that FastAPI raises itself, unless the program has handlers of its own."""

from fastapi.encoders import jsonable_encoder
from starlette.responses import JSONResponse, Response


async def http_exception_handler(request, exc):
    headers = getattr(exc, "headers", None)
    status = exc.status_code
    if status < 200 or status in (204, 205, 304):
        return Response(status_code=status, headers=headers)
    return JSONResponse({"detail": exc.detail}, status_code=status, headers=headers)


async def request_validation_exception_handler(request, exc):
    return JSONResponse(status_code=422, content={"detail": jsonable_encoder(exc.errors())})


async def websocket_request_validation_exception_handler(websocket, exc):
    await websocket.close(code=1008, reason=jsonable_encoder(exc.errors()))
