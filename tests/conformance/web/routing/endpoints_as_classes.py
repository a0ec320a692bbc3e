# Endpoints that are classes, settings from the environment, and names that annotations use.
from fastapi import FastAPI, Request
from fastapi.logger import logger
from fastapi.security.utils import get_authorization_scheme_param
from fastapi.types import DecoratedCallable
from starlette.config import Config
from starlette.datastructures import CommaSeparatedStrings, Secret
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.responses import PlainTextResponse

config = Config()
DEBUG = config("ONE_WAITER_DEBUG", cast=bool, default="true")
HOSTS = config("ONE_WAITER_HOSTS", cast=CommaSeparatedStrings, default="a, b")
KEY = config("ONE_WAITER_KEY", cast=Secret, default="k")
print(DEBUG, list(HOSTS), KEY, repr(KEY), logger.name, get_authorization_scheme_param("Bearer x"))
for name, cast in (("ONE_WAITER_NONE", str), ("ONE_WAITER_NUMBER", int)):
    try:
        config(name, cast=cast, **({"default": "x"} if cast is int else {}))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)

app = FastAPI()


class Timing(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint):
        response = await call_next(request)
        response.headers["x-timing"] = "1"
        return response


app.add_middleware(Timing)


class Homepage(HTTPEndpoint):
    async def get(self, request):
        return PlainTextResponse(f"Hello {request.path_params['name']}")

    def post(self, request):
        return PlainTextResponse("posted", 201)


class Echo(WebSocketEndpoint):
    encoding = "json"

    async def on_connect(self, websocket):
        await websocket.accept()
        print("connected")

    async def on_receive(self, websocket, data):
        await websocket.send_json({"got": data})

    async def on_disconnect(self, websocket, close_code):
        print("gone", close_code)


app.add_route("/home/{name}", Homepage)
app.router.add_websocket_route("/ws", Echo)
