"""A request's values for a function's parameters: the functions it depends on are called first, in order; what is wrong with the
request is collected from all of them before anybody answers."""

from fastapi._dependant import SecurityScopes, get_dependant
from pydantic._errors import Invalid
from starlette.background import BackgroundTasks
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile


class Stack:
    """Dependencies with a `yield` that wait for their end: the last one in is the first one out (contextlib's AsyncExitStack)."""

    def __init__(self):
        self.exits = []

    async def enter(self, manager):
        value = await manager.__aenter__()
        self.exits.append(manager)
        return value

    async def leave(self, error):
        """Runs the ends. Gives back the exception that is left of `error`, None if a dependency swallowed it."""
        while self.exits:
            manager = self.exits.pop()
            try:
                if error is None:
                    await manager.__aexit__(None, None, None)
                elif await manager.__aexit__(type(error), error, error.__traceback__):
                    error = None
            except BaseException as raised:
                if raised is not error and raised.__context__ is None:
                    raised.__context__ = error
                error = raised
        return error


class Solving:
    """One request's state while its parameters are found."""

    def __init__(self, request, body, overrides, embed):
        self.request = request
        self.body = body
        self.overrides = overrides
        self.embed = embed
        self.cache = {}
        self.response = None
        self.tasks = None
        self.stack = self.function_stack = None
        self.errors = []

    def answer(self):
        """The response that dependencies may set headers, cookies and a status on."""
        if self.response is None:
            from starlette.responses import Response

            self.response = Response()
            del self.response.headers["content-length"]
            self.response.status_code = None
        return self.response


_deepcopied = (list, dict, set)


def missing(loc):
    return {"type": "missing", "loc": loc, "msg": "Field required", "input": None}


def default_of(field):
    default = field.info.default
    if field.info.default_factory is not None or isinstance(default, _deepcopied):
        return field.default()
    return default


def validated(field, value, loc, values, errors):
    """Puts the field's value into `values`, or what is wrong into `errors`."""
    if value is None:
        if field.required:
            errors.append(missing(loc))
        else:
            values[field.name] = default_of(field)
        return
    try:
        values[field.name] = field.check(value)
    except Invalid as error:
        for line in error.lines:
            line["loc"] = loc + line["loc"]
            errors.append(line)


def read_params(fields, received, values, errors):
    """Path parameters, cookies: from a plain dict."""
    for field in fields:
        if field.model is not None:
            given = {}
            for asked, key, _, info in field.model:
                _give(given, key, received.get(asked), info)
            _read_model(field, given, received, values, errors)
        else:
            validated(field, received.get(field.alias), field.loc, values, errors)


def read_multi(fields, received, values, errors):
    """Queries, headers: names may come several times."""
    for field in fields:
        if field.model is not None:
            given = {}
            for asked, key, is_list, info in field.model:
                _give(given, key, received.getlist(asked) or None if is_list else received.get(asked), info)
            _read_model(field, given, received, values, errors)
            continue
        if field.is_list:
            value = received.getlist(field.alias) or None
        else:
            value = received.get(field.alias)
        validated(field, value, field.loc, values, errors)


def _give(given, key, value, info):
    """What was received for a field of a model of parameters, or its default."""
    if value is None and not info.is_required():
        value = info.get_default(call_default_factory=True)
    if value is not None:
        given[key] = value


def _read_model(field, given, received, values, errors):
    asked = {each[0] for each in field.model}
    for name in received.keys():
        if name not in asked and name not in given:
            given[name] = received[name]
    try:
        values[field.name] = field.check(given)
    except Invalid as error:
        for line in error.lines:
            line["loc"] = (field.location,) + line["loc"]
            errors.append(line)


def form_value(field, body):
    """A form's value, None where it is as good as not given."""
    if field.is_list:
        value = body.getlist(field.alias) if isinstance(body, FormData) else body.get(field.alias)
        return value if value else None
    value = body.get(field.alias)
    return None if isinstance(value, str) and value == "" else value


async def read_body(fields, solving, values, errors):
    body = solving.body
    if len(fields) == 1 and not solving.embed:
        field = fields[0]
        if field.is_form and field.model is not None and isinstance(body, FormData):
            given = {}
            for asked, key, is_list, info in field.model:
                value = body.getlist(asked) if is_list else body.get(asked)
                _give(given, key, None if value in ("", []) else value, info)
            for key in body.keys():
                if key not in {each[0] for each in field.model}:
                    given[key] = body[key]
            body = given
        in_body(field, body, ("body",), values, errors)
        return
    for field in fields:
        loc = ("body", field.alias)
        value = None
        if body is not None:
            if field.is_form:
                value = form_value(field, body) if hasattr(body, "get") else None
                if value is not None and not field.keeps_files:
                    if isinstance(value, UploadFile) and field.wants_bytes:
                        value = await value.read()
                    elif isinstance(value, list) and field.wants_bytes:
                        value = [await each.read() if isinstance(each, UploadFile) else each for each in value]
            elif hasattr(body, "get"):
                value = body.get(field.alias)
            else:
                errors.append(missing(loc))
                continue
        in_body(field, value, loc, values, errors)


def in_body(field, value, loc, values, errors):
    """Objects with attributes are taken as well as dicts: pydantic's words for what is neither say so."""
    import pydantic._schema as _schema

    _schema.from_attributes = True
    try:
        validated(field, value, loc, values, errors)
    finally:
        _schema.from_attributes = False


async def call_one(dependant, call, values, solving):
    if dependant.is_coroutine:
        return await call(**values)
    if dependant.is_generator or dependant.is_async_generator:
        from contextlib import asynccontextmanager, contextmanager

        if dependant.is_async_generator:
            manager = asynccontextmanager(call)(**values)
        else:
            from fastapi.concurrency import contextmanager_in_threadpool

            manager = contextmanager_in_threadpool(contextmanager(call)(**values))
        return await (solving.function_stack if dependant.scope == "function" else solving.stack).enter(manager)
    return await run_in_threadpool(call, **values)


async def solve(dependant, solving):
    """{parameter: value} for the function; errors of its own and of all below are added to `solving.errors`."""
    values = {}
    errors = solving.errors
    for sub in dependant.dependencies:
        target = sub
        if solving.overrides and sub.call in solving.overrides:
            target = get_dependant(sub.path, solving.overrides[sub.call], sub.name, sub.security_scopes, scope=sub.scope)
            target.use_cache = sub.use_cache
        before = len(errors)
        given = await solve(target, solving)
        if len(errors) > before:
            continue
        key = sub.cache_key()
        if sub.use_cache and key in solving.cache:
            found = solving.cache[key]
        else:
            found = await call_one(target, target.call, given, solving)
        if sub.name is not None:
            values[sub.name] = found
        if key not in solving.cache:
            solving.cache[key] = found
    request = solving.request
    if dependant.path_params:
        read_params(dependant.path_params, request.scope["path_params"], values, errors)
    if dependant.query_params:
        read_multi(dependant.query_params, request.query_params, values, errors)
    if dependant.header_params:
        read_multi(dependant.header_params, request.headers, values, errors)
    if dependant.cookie_params:
        read_params(dependant.cookie_params, request.cookies, values, errors)
    if dependant.body_params:
        await read_body(dependant.body_params, solving, values, errors)
    if dependant.connection_name is not None:
        values[dependant.connection_name] = request
    if dependant.request_name is not None:
        values[dependant.request_name] = request
    if dependant.websocket_name is not None:
        values[dependant.websocket_name] = request
    if dependant.tasks_name is not None:
        if solving.tasks is None:
            solving.tasks = BackgroundTasks()
        values[dependant.tasks_name] = solving.tasks
    if dependant.response_name is not None:
        values[dependant.response_name] = solving.answer()
    if dependant.scopes_name is not None:
        values[dependant.scopes_name] = SecurityScopes(scopes=dependant.security_scopes)
    return values
