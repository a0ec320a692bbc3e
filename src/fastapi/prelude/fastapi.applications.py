"""FastAPI: the application that a program makes, and servers call."""

# What comes to use in every application that is served is loaded with it, as in CPython: a program's first imports can be done before the
# program is there (world/leading_imports.h).
import re as _re
import threading as _threading

import fastapi._endpoint as _endpoint
import fastapi.exception_handlers as _exception_handlers
import pydantic._serialize as _serialize
from fastapi.datastructures import DefaultPlaceholder
from fastapi.exceptions import RequestValidationError, WebSocketRequestValidationError
from fastapi.routing import APIRouter
from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.exceptions import HTTPException, WebSocketException
from starlette.responses import JSONResponse


def _late(name):
    """A handler that is imported when it is first needed."""

    async def handler(connection, exc):
        import fastapi.exception_handlers

        return await getattr(fastapi.exception_handlers, name)(connection, exc)

    return handler


async def _close_websocket(websocket, exc):
    await websocket.close(code=exc.code, reason=exc.reason)


class FastAPI(Starlette):
    def __init__(self, *, debug=False, routes=None, title="FastAPI", summary=None, description="", version="0.1.0", openapi_url="/openapi.json",
                 openapi_tags=None, servers=None, dependencies=None, default_response_class=DefaultPlaceholder(JSONResponse), redirect_slashes=True,
                 docs_url="/docs", redoc_url="/redoc", swagger_ui_oauth2_redirect_url="/docs/oauth2-redirect", swagger_ui_init_oauth=None,
                 middleware=None, exception_handlers=None, on_startup=None, on_shutdown=None, lifespan=None, terms_of_service=None, contact=None,
                 license_info=None, openapi_prefix="", root_path="", root_path_in_servers=True, responses=None, callbacks=None, webhooks=None,
                 deprecated=None, include_in_schema=True, swagger_ui_parameters=None, generate_unique_id_function=None,
                 separate_input_output_schemas=True, **extra):
        self.debug = debug
        self.title, self.summary, self.description, self.version = title, summary, description, version
        self.terms_of_service, self.contact, self.license_info = terms_of_service, contact, license_info
        self.openapi_url, self.openapi_tags, self.docs_url, self.redoc_url = openapi_url, openapi_tags, docs_url, redoc_url
        self.swagger_ui_oauth2_redirect_url = swagger_ui_oauth2_redirect_url
        self.servers = servers or []
        self.root_path = root_path or openapi_prefix
        self.extra = extra
        self.dependency_overrides = {}
        self.openapi_version = "3.1.0"
        self.openapi_schema = None
        if self.openapi_url:
            assert self.title, "A title must be provided for OpenAPI, e.g.: 'My API'"
            assert self.version, "A version must be provided for OpenAPI, e.g.: '2.1.0'"
        self.state = State()
        unique = {} if generate_unique_id_function is None else {"generate_unique_id_function": generate_unique_id_function}
        self.webhooks = webhooks or APIRouter()
        self.router = APIRouter(routes=routes, redirect_slashes=redirect_slashes, dependency_overrides_provider=self, on_startup=on_startup,
                                on_shutdown=on_shutdown, lifespan=lifespan, default_response_class=default_response_class,
                                dependencies=dependencies, callbacks=callbacks, deprecated=deprecated, include_in_schema=include_in_schema,
                                responses=responses, **unique)
        self.exception_handlers = {} if exception_handlers is None else dict(exception_handlers)
        self.exception_handlers.setdefault(HTTPException, _late("http_exception_handler"))
        self.exception_handlers.setdefault(RequestValidationError, _late("request_validation_exception_handler"))
        self.exception_handlers.setdefault(WebSocketRequestValidationError, _late("websocket_request_validation_exception_handler"))
        self.exception_handlers.setdefault(WebSocketException, _close_websocket)
        self.user_middleware = [] if middleware is None else list(middleware)
        self.middleware_stack = None
        self.setup()

    def openapi(self):
        if not self.openapi_schema:
            from fastapi.openapi.utils import get_openapi

            self.openapi_schema = get_openapi(
                title=self.title, version=self.version, openapi_version=self.openapi_version, summary=self.summary, description=self.description,
                terms_of_service=self.terms_of_service, contact=self.contact, license_info=self.license_info, routes=self.routes,
                webhooks=self.webhooks.routes, tags=self.openapi_tags, servers=self.servers)
        return self.openapi_schema

    def setup(self):
        if not self.openapi_url:
            return

        async def openapi(req):
            root = req.scope.get("root_path", "").rstrip("/")
            found = self.openapi()
            if root and root not in {server.get("url") for server in self.servers}:
                found = {**found, "servers": [{"url": root}] + self.servers}
            return JSONResponse(found)

        self.add_route(self.openapi_url, openapi, include_in_schema=False)
        if self.docs_url:

            async def swagger_ui_html(req):
                from fastapi.openapi.docs import page_of

                return page_of(self, req)

            self.add_route(self.docs_url, swagger_ui_html, include_in_schema=False)
            if self.swagger_ui_oauth2_redirect_url:

                async def swagger_ui_redirect(req):
                    from fastapi.openapi.docs import get_swagger_ui_oauth2_redirect_html

                    return get_swagger_ui_oauth2_redirect_html()

                self.add_route(self.swagger_ui_oauth2_redirect_url, swagger_ui_redirect, include_in_schema=False)
        if self.redoc_url:

            async def redoc_html(req):
                from fastapi.openapi.docs import page_of

                return page_of(self, req)

            self.add_route(self.redoc_url, redoc_html, include_in_schema=False)

    async def __call__(self, scope, receive, send):
        if self.root_path:
            scope["root_path"] = self.root_path
        scope["app"] = self
        stack = self.middleware_stack
        if stack is None:
            stack = self.middleware_stack = self.build_middleware_stack()
        await stack(scope, receive, send)

    def add_api_route(self, path, endpoint, **said):
        self.router.add_api_route(path, endpoint=endpoint, **said)

    def api_route(self, path, **said):
        return self.router.api_route(path, **said)

    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None):
        self.router.add_api_websocket_route(path, endpoint, name=name, dependencies=dependencies)

    def websocket(self, path, name=None, *, dependencies=None):
        return self.router.websocket(path, name=name, dependencies=dependencies)

    def include_router(self, router, **said):
        self.router.include_router(router, **said)

    def get(self, path, **said):
        return self.router.api_route(path, methods=["GET"], **said)

    def put(self, path, **said):
        return self.router.api_route(path, methods=["PUT"], **said)

    def post(self, path, **said):
        return self.router.api_route(path, methods=["POST"], **said)

    def delete(self, path, **said):
        return self.router.api_route(path, methods=["DELETE"], **said)

    def options(self, path, **said):
        return self.router.api_route(path, methods=["OPTIONS"], **said)

    def head(self, path, **said):
        return self.router.api_route(path, methods=["HEAD"], **said)

    def patch(self, path, **said):
        return self.router.api_route(path, methods=["PATCH"], **said)

    def trace(self, path, **said):
        return self.router.api_route(path, methods=["TRACE"], **said)
