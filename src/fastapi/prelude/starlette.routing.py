"""From a path and a method to what answers: routes, mounts, the router, and the application's lifespan."""

from starlette.concurrency import is_async_callable, run_in_threadpool
from starlette.exceptions import HTTPException


class NoMatchFound(Exception):
    def __init__(self, name, path_params):
        super().__init__(f'No route exists for name "{name}" and params "{", ".join(list(path_params))}".')


class Match:
    NONE, PARTIAL, FULL = 0, 1, 2


_NONE = (0, {})
_CONVERTORS = {
    "str": ("[^/]+", str, str),
    "path": (".*", str, str),
    "int": ("[0-9]+", int, str),
    "float": (r"[0-9]+(\.[0-9]+)?", float, lambda value: ("%0.20f" % value).rstrip("0").rstrip(".")),
    "uuid": ("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}", None, str),
}


def _uuid(text):
    import uuid

    return uuid.UUID(text)


def replace_params(path, param_convertors, path_params):
    for key, value in list(path_params.items()):
        if "{" + key + "}" in path:
            written = param_convertors[key][2](value)
            if param_convertors[key] is not _CONVERTORS["path"]:
                assert "/" not in written, "May not contain path separators"
            path = path.replace("{" + key + "}", written)
            path_params.pop(key)
    return path, path_params


def compile_path(path):
    """(regex, format, {name: convertor}); the regex is None for a path without parameters."""
    is_host = not path.startswith("/")
    if "{" not in path and not is_host:
        return None, path, {}
    import re as _re

    parameter = _re.compile("{([a-zA-Z_][a-zA-Z0-9_]*)(:[a-zA-Z_][a-zA-Z0-9_]*)?}")
    pattern, form, convertors, at = "^", "", {}, 0
    repeated = set()
    for found in parameter.finditer(path):
        name, kind = found.groups("str")
        kind = kind.lstrip(":")
        assert kind in _CONVERTORS, f"Unknown path convertor '{kind}'"
        pattern += _re.escape(path[at : found.start()]) + f"(?P<{name}>{_CONVERTORS[kind][0]})"
        form += path[at : found.start()] + "{" + name + "}"
        if name in convertors:
            repeated.add(name)
        convertors[name] = _CONVERTORS[kind]
        at = found.end()
    if repeated:
        names = ", ".join(sorted(repeated))
        raise ValueError(f"Duplicated param name{'s' if len(repeated) > 1 else ''} {names} at path {path}")
    pattern += _re.escape(path[at:].split(":")[0] if is_host else path[at:]) + "$"
    return _re.compile(pattern), form + path[at:], convertors


def get_route_path(scope):
    path = scope["path"]
    root = scope.get("root_path", "")
    if not root:
        return path
    if not path.startswith(root):
        return path
    if path == root:
        return ""
    return path[len(root) :] if path[len(root)] == "/" else path


def get_name(endpoint):
    return getattr(endpoint, "__name__", type(endpoint).__name__)


class BaseRoute:
    def matches(self, scope):
        raise NotImplementedError()

    def url_path_for(self, name, /, **path_params):
        raise NotImplementedError()

    async def handle(self, scope, receive, send):
        raise NotImplementedError()

    async def __call__(self, scope, receive, send):
        match, child_scope = self.matches(scope)
        if not match:
            if scope["type"] == "http":
                from starlette.responses import PlainTextResponse

                await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            elif scope["type"] == "websocket":
                await send({"type": "websocket.close", "code": 1000, "reason": ""})
            return
        scope.update(child_scope)
        await self.handle(scope, receive, send)

    def _params(self, scope):
        """The path's parameters, converted, or None where the path is not this route's."""
        path = scope["path"]
        if scope.get("root_path"):
            path = get_route_path(scope)
        before = scope.get("path_params")
        if self.path_regex is None:
            if path != self.path:
                return None
            return dict(before) if before else {}
        found = self.path_regex.match(path)
        if found is None:
            return None
        params = dict(before) if before else {}
        for name, value in found.groupdict().items():
            if name in self.param_convertors:
                convert = self.param_convertors[name][1]
                if convert is not str:
                    value = _uuid(value) if convert is None else convert(value)
                params[name] = value
        return params


class Route(BaseRoute):
    def __init__(self, path, endpoint, *, methods=None, name=None, include_in_schema=True, middleware=None):
        assert path.startswith("/"), "Routed paths must start with '/'"
        self.path = path
        self.endpoint = endpoint
        self.name = get_name(endpoint) if name is None else name
        self.include_in_schema = include_in_schema
        if isinstance(endpoint, type):
            self.app = endpoint
        else:
            self.app = request_response(endpoint)
            if methods is None:
                methods = ["GET"]
        for cls, args, kwargs in reversed(middleware or []):
            self.app = cls(self.app, *args, **kwargs)
        self.methods = None if methods is None else {method.upper() for method in methods}
        if self.methods is not None and "GET" in self.methods:
            self.methods.add("HEAD")
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)

    def matches(self, scope):
        if scope["type"] != "http":
            return _NONE
        params = self._params(scope)
        if params is None:
            return _NONE
        child_scope = {"endpoint": self.endpoint, "path_params": params}
        return (1 if self.methods and scope["method"] not in self.methods else 2), child_scope

    def url_path_for(self, name, /, **path_params):
        if name != self.name or set(path_params) != set(self.param_convertors):
            raise NoMatchFound(name, path_params)
        from starlette.datastructures import URLPath

        path, _ = replace_params(self.path_format, self.param_convertors, path_params)
        return URLPath(path=path, protocol="http")

    async def handle(self, scope, receive, send):
        if self.methods and scope["method"] not in self.methods:
            await method_not_allowed(self, scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def __repr__(self):
        return f"{type(self).__name__}(path={self.path!r}, name={self.name!r}, methods={sorted(self.methods or [])!r})"


async def method_not_allowed(route, scope, receive, send):
    headers = {"Allow": ", ".join(route.methods)}
    if "app" in scope:
        raise HTTPException(status_code=405, headers=headers)
    from starlette.responses import PlainTextResponse

    await PlainTextResponse("Method Not Allowed", status_code=405, headers=headers)(scope, receive, send)


def request_response(func):
    """An ASGI application of a function from request to response."""
    is_async = is_async_callable(func)

    async def app(scope, receive, send):
        from starlette._handling import handled
        from starlette.requests import Request

        request = Request(scope, receive, send)

        async def inner(scope, receive, send):
            response = await func(request) if is_async else await run_in_threadpool(func, request)
            await response(scope, receive, send)

        await handled(inner, request, scope, receive, send)

    return app


def websocket_session(func):
    async def app(scope, receive, send):
        from starlette._handling import handled
        from starlette.websockets import WebSocket

        session = WebSocket(scope, receive=receive, send=send)

        async def inner(scope, receive, send):
            await func(session)

        await handled(inner, session, scope, receive, send)

    return app


class WebSocketRoute(BaseRoute):
    methods = None

    def __init__(self, path, endpoint, *, name=None, middleware=None):
        assert path.startswith("/"), "Routed paths must start with '/'"
        self.path = path
        self.endpoint = endpoint
        self.name = get_name(endpoint) if name is None else name
        self.app = endpoint if isinstance(endpoint, type) else websocket_session(endpoint)
        for cls, args, kwargs in reversed(middleware or []):
            self.app = cls(self.app, *args, **kwargs)
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)

    def matches(self, scope):
        if scope["type"] != "websocket":
            return _NONE
        params = self._params(scope)
        if params is None:
            return _NONE
        return 2, {"endpoint": self.endpoint, "path_params": params}

    def url_path_for(self, name, /, **path_params):
        if name != self.name or set(path_params) != set(self.param_convertors):
            raise NoMatchFound(name, path_params)
        from starlette.datastructures import URLPath

        path, _ = replace_params(self.path_format, self.param_convertors, path_params)
        return URLPath(path=path, protocol="websocket")

    async def handle(self, scope, receive, send):
        await self.app(scope, receive, send)

    def __repr__(self):
        return f"{type(self).__name__}(path={self.path!r}, name={self.name!r})"


class Mount(BaseRoute):
    def __init__(self, path, app=None, routes=None, name=None, *, middleware=None):
        assert path == "" or path.startswith("/"), "Routed paths must start with '/'"
        assert app is not None or routes is not None, "Either 'app=...', or 'routes=' must be specified"
        self.path = path.rstrip("/")
        self._base_app = app if app is not None else Router(routes=routes)
        self.app = self._base_app
        for cls, args, kwargs in reversed(middleware or []):
            self.app = cls(self.app, *args, **kwargs)
        self.name = name
        self.path_regex, self.path_format, self.param_convertors = compile_path(self.path + "/{path:path}")

    @property
    def routes(self):
        return getattr(self._base_app, "routes", [])

    def matches(self, scope):
        if scope["type"] not in ("http", "websocket"):
            return _NONE
        root = scope.get("root_path", "")
        route_path = get_route_path(scope)
        found = self.path_regex.match(route_path)
        if found is None:
            return _NONE
        params = {name: self.param_convertors[name][1](value) for name, value in found.groupdict().items() if name in self.param_convertors}
        rest = "/" + params.pop("path")
        matched = route_path[: -len(rest)]
        child_scope = {"path_params": {**scope.get("path_params", {}), **params}, "app_root_path": scope.get("app_root_path", root),
                       "root_path": root + matched, "endpoint": self.app}
        return 2, child_scope

    def url_path_for(self, name, /, **path_params):
        from starlette.datastructures import URLPath

        if self.name is not None and name == self.name and "path" in path_params:
            path_params["path"] = path_params["path"].lstrip("/")
            path, rest = replace_params(self.path_format, self.param_convertors, path_params)
            if not rest:
                return URLPath(path=path)
        elif self.name is None or name.startswith(self.name + ":"):
            remaining = name if self.name is None else name[len(self.name) + 1 :]
            given = path_params.pop("path", None)
            path_params["path"] = ""
            prefix, rest = replace_params(self.path_format, self.param_convertors, path_params)
            if given is not None:
                rest["path"] = given
            for route in self.routes or []:
                try:
                    url = route.url_path_for(remaining, **rest)
                    return URLPath(path=prefix.rstrip("/") + str(url), protocol=url.protocol)
                except NoMatchFound:
                    pass
        raise NoMatchFound(name, path_params)

    async def handle(self, scope, receive, send):
        await self.app(scope, receive, send)

    def __repr__(self):
        return f"{type(self).__name__}(path={self.path!r}, name={self.name or ''!r}, app={self.app!r})"


class Host(BaseRoute):
    def __init__(self, host, app, name=None):
        self.host = host
        self.app = app
        self.name = name
        self.host_regex, self.host_format, self.param_convertors = compile_path(host)

    @property
    def routes(self):
        return getattr(self.app, "routes", [])

    def matches(self, scope):
        if scope["type"] in ("http", "websocket"):
            host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "").split(":")[0]
            found = self.host_regex.match(host)
            if found:
                params = {name: self.param_convertors[name][1](value) for name, value in found.groupdict().items() if name in self.param_convertors}
                return 2, {"path_params": {**scope.get("path_params", {}), **params}, "endpoint": self.app}
        return _NONE

    async def handle(self, scope, receive, send):
        await self.app(scope, receive, send)


class _DefaultLifespan:
    def __init__(self, router):
        self._router = router

    async def __aenter__(self):
        await self._router.startup()

    async def __aexit__(self, *raised):
        await self._router.shutdown()

    def __call__(self, app):
        return self


class Router:
    def __init__(self, routes=None, redirect_slashes=True, default=None, on_startup=None, on_shutdown=None, lifespan=None, *, middleware=None):
        self.routes = [] if routes is None else list(routes)
        self.redirect_slashes = redirect_slashes
        self.default = self.not_found if default is None else default
        self.on_startup = [] if on_startup is None else list(on_startup)
        self.on_shutdown = [] if on_shutdown is None else list(on_shutdown)
        if lifespan is None:
            self.lifespan_context = _DefaultLifespan(self)
        else:
            self.lifespan_context = as_lifespan(lifespan)
        self.middleware_stack = self.app
        for cls, args, kwargs in reversed(middleware or []):
            self.middleware_stack = cls(self.middleware_stack, *args, **kwargs)

    async def not_found(self, scope, receive, send):
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000, "reason": ""})
            return
        if "app" in scope:
            raise HTTPException(status_code=404)
        from starlette.responses import PlainTextResponse

        await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)

    def url_path_for(self, name, /, **path_params):
        for route in self.routes:
            try:
                return route.url_path_for(name, **path_params)
            except NoMatchFound:
                pass
        raise NoMatchFound(name, path_params)

    async def startup(self):
        for handler in self.on_startup:
            if is_async_callable(handler):
                await handler()
            else:
                handler()

    async def shutdown(self):
        for handler in self.on_shutdown:
            if is_async_callable(handler):
                await handler()
            else:
                handler()

    async def lifespan(self, scope, receive, send):
        started = False
        app = scope.get("app")
        await receive()
        try:
            async with self.lifespan_context(app) as maybe_state:
                if maybe_state is not None:
                    if "state" not in scope:
                        raise RuntimeError('The server does not support "state" in the lifespan scope.')
                    scope["state"].update(maybe_state)
                await send({"type": "lifespan.startup.complete"})
                started = True
                await receive()
        except BaseException:
            import traceback

            words = traceback.format_exc()
            await send({"type": "lifespan.shutdown.failed" if started else "lifespan.startup.failed", "message": words})
            raise
        else:
            await send({"type": "lifespan.shutdown.complete"})

    async def __call__(self, scope, receive, send):
        await self.middleware_stack(scope, receive, send)

    async def app(self, scope, receive, send):
        kind = scope["type"]
        assert kind in ("http", "websocket", "lifespan")
        if "router" not in scope:
            scope["router"] = self
        if kind == "lifespan":
            await self.lifespan(scope, receive, send)
            return
        partial = None
        for route in self.routes:
            match, child_scope = route.matches(scope)
            if match == 2:
                scope.update(child_scope)
                await route.handle(scope, receive, send)
                return
            if match == 1 and partial is None:
                partial, partial_scope = route, child_scope
        if partial is not None:
            scope.update(partial_scope)
            await partial.handle(scope, receive, send)
            return
        path = get_route_path(scope)
        if kind == "http" and self.redirect_slashes and path != "/":
            other = dict(scope)
            other["path"] = other["path"].rstrip("/") if path.endswith("/") else other["path"] + "/"
            for route in self.routes:
                if route.matches(other)[0]:
                    from starlette.datastructures import URL
                    from starlette.responses import RedirectResponse

                    await RedirectResponse(url=str(URL(scope=other)))(scope, receive, send)
                    return
        await self.default(scope, receive, send)

    def mount(self, path, app, name=None):
        self.routes.append(Mount(path, app=app, name=name))

    def host(self, host, app, name=None):
        self.routes.append(Host(host, app=app, name=name))

    def add_route(self, path, endpoint, methods=None, name=None, include_in_schema=True):
        self.routes.append(Route(path, endpoint=endpoint, methods=methods, name=name, include_in_schema=include_in_schema))

    def add_websocket_route(self, path, endpoint, name=None):
        self.routes.append(WebSocketRoute(path, endpoint=endpoint, name=name))

    def route(self, path, methods=None, name=None, include_in_schema=True):
        def decorator(func):
            self.add_route(path, func, methods=methods, name=name, include_in_schema=include_in_schema)
            return func

        return decorator

    def websocket_route(self, path, name=None):
        def decorator(func):
            self.add_websocket_route(path, func, name=name)
            return func

        return decorator

    def add_event_handler(self, event_type, func):
        assert event_type in ("startup", "shutdown")
        (self.on_startup if event_type == "startup" else self.on_shutdown).append(func)

    def on_event(self, event_type):
        def decorator(func):
            self.add_event_handler(event_type, func)
            return func

        return decorator


def as_lifespan(lifespan):
    """A generator function stands for the context manager that it would be with @asynccontextmanager."""
    from inspect import isasyncgenfunction, isgeneratorfunction

    if isasyncgenfunction(lifespan) and not hasattr(lifespan, "__wrapped__"):
        from contextlib import asynccontextmanager

        return asynccontextmanager(lifespan)
    if isgeneratorfunction(lifespan) and not hasattr(lifespan, "__wrapped__"):
        from contextlib import asynccontextmanager, contextmanager

        plain = contextmanager(lifespan)

        @asynccontextmanager
        async def wrapped(app):
            with plain(app) as value:
                yield value

        return wrapped
    return lifespan
