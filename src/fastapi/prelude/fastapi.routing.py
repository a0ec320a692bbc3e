"""Path operations and the routers that hold them."""

from fastapi import params
from fastapi._dependant import get_dependant, hints_of, sub_dependant
from fastapi.datastructures import DefaultPlaceholder
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, NoMatchFound, Route, Router, WebSocketRoute, compile_path, get_name, method_not_allowed, _NONE

_UNSAID = DefaultPlaceholder(None)


def _said(*values):
    """The first that was said."""
    for value in values:
        if not isinstance(value, DefaultPlaceholder):
            return value
    return values[-1].value


def generate_unique_id(route):
    import re

    operation_id = re.sub(r"\W", "_", f"{route.name}{route.path_format}")
    return f"{operation_id}_{list(route.methods)[0].lower()}"


class APIRoute(Route):
    def __init__(self, path, endpoint, *, response_model=_UNSAID, status_code=None, tags=None, dependencies=None, summary=None, description=None,
                 response_description="Successful Response", responses=None, deprecated=None, name=None, methods=None, operation_id=None,
                 response_model_include=None, response_model_exclude=None, response_model_by_alias=True, response_model_exclude_unset=False,
                 response_model_exclude_defaults=False, response_model_exclude_none=False, include_in_schema=True,
                 response_class=DefaultPlaceholder(JSONResponse), dependency_overrides_provider=None, callbacks=None, openapi_extra=None,
                 generate_unique_id_function=DefaultPlaceholder(generate_unique_id)):
        self.path = path
        self.endpoint = endpoint
        if isinstance(response_model, DefaultPlaceholder):
            returned = hints_of(endpoint).get("return") if getattr(endpoint, "__annotations__", None) else None
            response_model = None if isinstance(returned, type) and issubclass(returned, Response) else returned
            if isinstance(response_model, str):
                response_model = None
        self.response_model = response_model
        self.summary = summary
        self.response_description = response_description
        self.deprecated = deprecated
        self.operation_id = operation_id
        self.response_model_include = response_model_include
        self.response_model_exclude = response_model_exclude
        self.response_model_by_alias = response_model_by_alias
        self.response_model_exclude_unset = response_model_exclude_unset
        self.response_model_exclude_defaults = response_model_exclude_defaults
        self.response_model_exclude_none = response_model_exclude_none
        self.include_in_schema = include_in_schema
        self.response_class = response_class
        self.answer_class = _said(response_class)
        self.dependency_overrides_provider = dependency_overrides_provider
        self.callbacks = callbacks
        self.openapi_extra = openapi_extra
        self.generate_unique_id_function = generate_unique_id_function
        self.tags = tags or []
        self.responses = responses or {}
        self.name = get_name(endpoint) if name is None else name
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self.methods = {method.upper() for method in (methods or ["GET"])}
        self.description = description
        self.status_code = int(status_code) if status_code is not None else None
        if response_model is not None:
            from fastapi._endpoint import no_body

            assert not no_body(self.status_code), f"Status code {status_code} must not have a response body"
            self.response_check = _response_check(response_model)
        else:
            self.response_check = None
        self.dependencies = list(dependencies or [])
        assert callable(endpoint), "An endpoint must be a callable"
        path_names = frozenset(self.param_convertors)
        self.dependant = get_dependant(path, endpoint, path_names=path_names)
        for depends in reversed(self.dependencies):
            self.dependant.dependencies.insert(0, sub_dependant(self.dependant, depends, None, path_names))
        self._app = None

    @property
    def unique_id(self):
        return self.operation_id or _said(self.generate_unique_id_function)(self)

    @property
    def app(self):
        if self._app is None:
            from fastapi._endpoint import request_app

            self._app = request_app(self)
        return self._app

    def get_route_handler(self):
        from fastapi._endpoint import route_handler

        return route_handler(self)

    def own_handler(self):
        """The handler of a route class that overrides get_route_handler; None where it is FastAPI's own."""
        return None if type(self).get_route_handler is APIRoute.get_route_handler else self.get_route_handler()

    def overrides_of(self, scope):
        provider = self.dependency_overrides_provider
        return provider.dependency_overrides if provider is not None else None

    def matches(self, scope):
        if scope["type"] != "http":
            return _NONE
        found = self._params(scope)
        if found is None:
            return _NONE
        return (2 if scope["method"] in self.methods else 1), {"endpoint": self.endpoint, "path_params": found, "route": self}

    async def handle(self, scope, receive, send):
        if scope["method"] not in self.methods:
            await method_not_allowed(self, scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _response_check(response_model):
    from fastapi._dependant import checked_field

    return checked_field(response_model, params.FieldInfo(annotation=response_model))


class APIWebSocketRoute(WebSocketRoute):
    def __init__(self, path, endpoint, *, name=None, dependencies=None, dependency_overrides_provider=None):
        self.path = path
        self.endpoint = endpoint
        self.name = get_name(endpoint) if name is None else name
        self.dependencies = list(dependencies or [])
        self.dependency_overrides_provider = dependency_overrides_provider
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        import starlette.websockets

        path_names = frozenset(self.param_convertors)
        self.dependant = get_dependant(path, endpoint, path_names=path_names)
        for depends in reversed(self.dependencies):
            self.dependant.dependencies.insert(0, sub_dependant(self.dependant, depends, None, path_names))
        from fastapi._endpoint import websocket_app

        self.app = websocket_app(self)

    overrides_of = APIRoute.overrides_of

    def matches(self, scope):
        match, child_scope = super().matches(scope)
        if match:
            child_scope["route"] = self
        return match, child_scope


class _Merged:
    """The lifespans of an application and of a router that it includes: the outer one first, its state wins."""

    def __init__(self, outer, inner):
        self._outer, self._inner = outer, inner

    def __call__(self, app):
        from contextlib import asynccontextmanager

        outer, inner = self._outer, self._inner

        @asynccontextmanager
        async def both(app):
            async with outer(app) as first:
                async with inner(app) as second:
                    yield None if first is None and second is None else {**(second or {}), **(first or {})}

        return both(app)


class APIRouter(Router):
    def __init__(self, *, prefix="", tags=None, dependencies=None, default_response_class=DefaultPlaceholder(JSONResponse), responses=None,
                 callbacks=None, routes=None, redirect_slashes=True, default=None, dependency_overrides_provider=None, route_class=APIRoute,
                 on_startup=None, on_shutdown=None, lifespan=None, deprecated=None, include_in_schema=True,
                 generate_unique_id_function=DefaultPlaceholder(generate_unique_id)):
        super().__init__(routes=routes, redirect_slashes=redirect_slashes, default=default, on_startup=on_startup, on_shutdown=on_shutdown,
                         lifespan=lifespan)
        self._has_lifespan = lifespan is not None
        if prefix:
            assert prefix.startswith("/"), "A path prefix must start with '/'"
            assert not prefix.endswith("/"), "A path prefix must not end with '/', as the routes will start with '/'"
        self.prefix = prefix
        self.tags = list(tags or [])
        self.dependencies = list(dependencies or [])
        self.deprecated = deprecated
        self.include_in_schema = include_in_schema
        self.responses = responses or {}
        self.callbacks = callbacks or []
        self.dependency_overrides_provider = dependency_overrides_provider
        self.route_class = route_class
        self.default_response_class = default_response_class
        self.generate_unique_id_function = generate_unique_id_function

    def add_api_route(self, path, endpoint, *, tags=None, dependencies=None, responses=None, deprecated=None, include_in_schema=True,
                      response_class=_UNSAID, callbacks=None, generate_unique_id_function=_UNSAID, route_class_override=None, **said):
        cls = route_class_override or self.route_class
        self.routes.append(cls(
            self.prefix + path, endpoint=endpoint, tags=self.tags + list(tags or []), dependencies=self.dependencies + list(dependencies or []),
            responses={**self.responses, **(responses or {})}, deprecated=deprecated or self.deprecated,
            include_in_schema=include_in_schema and self.include_in_schema,
            response_class=_kept(response_class, self.default_response_class), callbacks=self.callbacks + list(callbacks or []),
            generate_unique_id_function=_kept(generate_unique_id_function, self.generate_unique_id_function),
            dependency_overrides_provider=self.dependency_overrides_provider, **said))

    def api_route(self, path, **said):
        def decorator(func):
            self.add_api_route(path, func, **said)
            return func

        return decorator

    def get(self, path, **said):
        return self.api_route(path, methods=["GET"], **said)

    def put(self, path, **said):
        return self.api_route(path, methods=["PUT"], **said)

    def post(self, path, **said):
        return self.api_route(path, methods=["POST"], **said)

    def delete(self, path, **said):
        return self.api_route(path, methods=["DELETE"], **said)

    def options(self, path, **said):
        return self.api_route(path, methods=["OPTIONS"], **said)

    def head(self, path, **said):
        return self.api_route(path, methods=["HEAD"], **said)

    def patch(self, path, **said):
        return self.api_route(path, methods=["PATCH"], **said)

    def trace(self, path, **said):
        return self.api_route(path, methods=["TRACE"], **said)

    def add_api_websocket_route(self, path, endpoint, name=None, *, dependencies=None):
        self.routes.append(APIWebSocketRoute(self.prefix + path, endpoint=endpoint, name=name,
                                             dependencies=self.dependencies + list(dependencies or []),
                                             dependency_overrides_provider=self.dependency_overrides_provider))

    def websocket(self, path, name=None, *, dependencies=None):
        def decorator(func):
            self.add_api_websocket_route(path, func, name=name, dependencies=dependencies)
            return func

        return decorator

    def include_router(self, router, *, prefix="", tags=None, dependencies=None, default_response_class=_UNSAID, responses=None, callbacks=None,
                       deprecated=None, include_in_schema=True, generate_unique_id_function=_UNSAID):
        if prefix:
            assert prefix.startswith("/"), "A path prefix must start with '/'"
            assert not prefix.endswith("/"), "A path prefix must not end with '/', as the routes will start with '/'"
        else:
            for route in router.routes:
                path = getattr(route, "path", None)
                if path is not None and not path:
                    from fastapi.exceptions import FastAPIError

                    raise FastAPIError(f"Prefix and path cannot be both empty (path operation: {getattr(route, 'name', 'unknown')})")
        for route in router.routes:
            if isinstance(route, APIRoute):
                self.add_api_route(
                    prefix + route.path, route.endpoint, response_model=route.response_model, status_code=route.status_code,
                    tags=list(tags or []) + route.tags, dependencies=list(dependencies or []) + route.dependencies, summary=route.summary,
                    description=route.description, response_description=route.response_description,
                    responses={**(responses or {}), **route.responses},
                    deprecated=route.deprecated or deprecated or self.deprecated, methods=list(route.methods), operation_id=route.operation_id,
                    response_model_include=route.response_model_include, response_model_exclude=route.response_model_exclude,
                    response_model_by_alias=route.response_model_by_alias, response_model_exclude_unset=route.response_model_exclude_unset,
                    response_model_exclude_defaults=route.response_model_exclude_defaults,
                    response_model_exclude_none=route.response_model_exclude_none,
                    include_in_schema=route.include_in_schema and self.include_in_schema and include_in_schema,
                    response_class=_kept(route.response_class, router.default_response_class, default_response_class, self.default_response_class),
                    name=route.name, route_class_override=type(route), callbacks=list(callbacks or []) + list(route.callbacks or []),
                    openapi_extra=route.openapi_extra,
                    generate_unique_id_function=_kept(route.generate_unique_id_function, router.generate_unique_id_function,
                                                      generate_unique_id_function, self.generate_unique_id_function))
            elif isinstance(route, Route):
                self.add_route(prefix + route.path, route.endpoint, methods=list(route.methods or []), include_in_schema=route.include_in_schema,
                               name=route.name)
            elif isinstance(route, APIWebSocketRoute):
                self.add_api_websocket_route(prefix + route.path, route.endpoint, dependencies=list(dependencies or []) + route.dependencies,
                                             name=route.name)
            elif isinstance(route, WebSocketRoute):
                self.add_websocket_route(prefix + route.path, route.endpoint, name=route.name)
        for handler in router.on_startup:
            self.add_event_handler("startup", handler)
        for handler in router.on_shutdown:
            self.add_event_handler("shutdown", handler)
        if router._has_lifespan:
            self.lifespan_context = _Merged(self.lifespan_context, router.lifespan_context)


def _kept(*values):
    """The first that was said, as a placeholder where none was."""
    for value in values:
        if not isinstance(value, DefaultPlaceholder):
            return value
    return values[-1]
