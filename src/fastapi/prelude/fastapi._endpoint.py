"""The ASGI application of one path operation: reads the body, finds the parameters, calls the function, writes the answer. What can be
known from the function's signature is worked out when the route is made."""

import json as _json

from fastapi._solve import Solving, Stack, missing, solve, validated
from fastapi.exceptions import FastAPIError, RequestValidationError, ResponseValidationError
from fastapi.params import Form
from pydantic._errors import Invalid
from starlette._handling import handled
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response


class Plan:
    """What the path operation needs of a request."""

    def __init__(self, route):
        dependant = self.dependant = route.dependant
        every = dependant.flat()
        self.route = route
        self.fields = [field for each in every for field in each.body_params]
        names = {field.alias for field in self.fields}
        first = self.fields[0] if self.fields else None
        self.embed = len(names) > 1 or first is not None and (bool(first.info.embed) or first.is_form and first.model is None)
        self.is_form = any(isinstance(field.info, Form) for field in self.fields)
        for field in self.fields:
            field.wants_bytes = _is_bytes(field.annotation)
            field.keeps_files = not field.wants_bytes
        self.has_teardown = any(each.is_generator or each.is_async_generator for each in every)


def _is_bytes(annotation):
    from fastapi._dependant import _origin_and_args, union_members, without_annotated

    for member in union_members(without_annotated(annotation)):
        member = without_annotated(member)
        if member is bytes or any(without_annotated(each) is bytes for each in _origin_and_args(member)[1]):
            return True
    return False


async def received_body(plan, request):
    """The form, the value of the JSON text, or the bytes as they are."""
    try:
        if plan.is_form:
            return await request.form()
        text = await request.body()
        if not text:
            return None
        kind = request.headers.get("content-type")
        if kind:
            main, _, sub = kind.partition(";")[0].strip().lower().partition("/")
            if main != "application" or not (sub == "json" or sub.endswith("+json")):
                return text
        return await request.json()
    except _json.JSONDecodeError as error:
        raise RequestValidationError([{"type": "json_invalid", "loc": ("body", error.pos), "msg": "JSON decode error", "input": {},
                                       "ctx": {"error": error.msg}}], body=error.doc) from error
    except HTTPException:
        raise
    except Exception as error:
        raise HTTPException(status_code=400, detail="There was an error parsing the body") from error


def json_body(content):
    """The bytes of a JSON answer for a value that is no model's field."""
    from fastapi.encoders import encode_one

    try:
        return _json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=encode_one).encode("utf-8")
    except TypeError:  # keys that JSON does not have: the encoder writes them out first
        from fastapi.encoders import jsonable_encoder

        return _json.dumps(jsonable_encoder(content), ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")


class _Ready(JSONResponse):
    """An answer whose bytes are there already."""

    def render(self, content):
        return content


def _validate_response(route, content):
    import pydantic._schema as _schema

    errors = []
    _schema.from_attributes = True
    try:
        if content is None:
            try:
                return route.response_check(None)
            except Invalid as error:
                errors = [{**line, "loc": ("response",) + line["loc"]} for line in error.lines]
        else:
            try:
                return route.response_check(content)
            except Invalid as error:
                errors = [{**line, "loc": ("response",) + line["loc"]} for line in error.lines]
    finally:
        _schema.from_attributes = False
    raise ResponseValidationError(errors=errors, body=content)


async def serialized(route, content, is_coroutine):
    """The value as the response model has it."""
    if is_coroutine:
        value = _validate_response(route, content)
    else:
        value = await run_in_threadpool(_validate_response, route, content)
    from pydantic._serialize import plain

    return plain(value, "json", include=route.response_model_include, exclude=route.response_model_exclude, by_alias=route.response_model_by_alias,
                 exclude_unset=route.response_model_exclude_unset, exclude_defaults=route.response_model_exclude_defaults,
                 exclude_none=route.response_model_exclude_none, annotation=route.response_model)


def no_body(status):
    return status is not None and (status < 200 or status in (204, 205, 304))


async def answer_of(plan, solving, values):
    """Calls the path operation's function and makes the response."""
    route = plan.route
    dependant = plan.dependant
    if dependant.is_coroutine:
        found = await dependant.call(**values)
    else:
        found = await run_in_threadpool(dependant.call, **values)
    if isinstance(found, Response):
        if found.background is None:
            found.background = solving.tasks
        return found
    status = route.status_code
    given = solving.response
    if given is not None and given.status_code:
        status = given.status_code
    cls = route.answer_class
    if route.response_check is not None:
        content = await serialized(route, found, dependant.is_coroutine)
        if cls is JSONResponse:
            response = JSONResponse(content, 200 if status is None else status, None, None, solving.tasks)
        else:
            response = _made(cls, content, status, solving.tasks)
    elif cls is JSONResponse:
        response = _Ready(json_body(found), 200 if status is None else status, None, None, solving.tasks)
    else:
        from fastapi.encoders import jsonable_encoder

        response = _made(cls, jsonable_encoder(found), status, solving.tasks)
    if no_body(response.status_code):
        response.body = b""
    if given is not None:
        response.raw_headers.extend(given.raw_headers)
    return response


def _made(cls, content, status, tasks):
    if status is None:
        return cls(content, background=tasks)
    return cls(content, background=tasks, status_code=status)


def route_handler(route):
    """A function from request to response, which a route class of the program's own may wrap."""
    plan = Plan(route)

    async def handle(request):
        solving = request.scope["fastapi_solving"]
        solving.request = request
        return await respond(plan, request, solving)

    return handle


async def respond(plan, request, solving):
    if plan.fields:
        solving.body = await received_body(plan, request)
    values = await solve(plan.dependant, solving)
    if solving.errors:
        raise RequestValidationError(solving.errors, body=solving.body)
    return await answer_of(plan, solving, values)


def request_app(route):
    plan = Plan(route)
    is_simple = not plan.has_teardown
    own = route.own_handler()

    async def run(request, solving):
        if own is None:
            return await respond(plan, request, solving)
        request.scope["fastapi_solving"] = solving
        return await own(request)

    async def app(scope, receive, send):
        request = Request(scope, receive, send)

        async def inner(scope, receive, send):
            solving = Solving(request, None, route.overrides_of(scope), plan.embed)
            try:
                if is_simple:
                    response = await run(request, solving)
                    await response(scope, receive, send)
                else:
                    await with_teardown(run, request, solving, scope, receive, send)
            finally:
                if request._form is not None:
                    await request._form.close()

        await handled(inner, request, scope, receive, send)

    return app


async def with_teardown(run, request, solving, scope, receive, send):
    """The ends of dependencies come after the response and its background tasks; those of scope "function" before it."""
    solving.stack, solving.function_stack = Stack(), Stack()
    error = response = None
    sent = False
    try:
        response = await run(request, solving)
    except BaseException as raised:
        error = raised
    error = await solving.function_stack.leave(error)
    if error is None and response is not None:
        try:
            await response(scope, receive, send)
            sent = True
        except BaseException as raised:
            error = raised
    error = await solving.stack.leave(error)
    if error is not None:
        raise error
    if not sent:
        raise FastAPIError("Response not awaited. There's a high chance that the application code is raising an exception and a dependency with "
                           "yield has a block with a bare except, or a block with except Exception, and is not raising the exception again. Read "
                           "more about it in the docs: https://fastapi.tiangolo.com/tutorial/dependencies/dependencies-with-yield/"
                           "#dependencies-with-yield-and-except")


def websocket_app(route):
    dependant = route.dependant

    async def app(scope, receive, send):
        from fastapi.exceptions import WebSocketRequestValidationError
        from starlette.websockets import WebSocket

        session = WebSocket(scope, receive=receive, send=send)

        async def inner(scope, receive, send):
            solving = Solving(session, None, route.overrides_of(scope), False)
            solving.stack, solving.function_stack = Stack(), Stack()
            error = None
            try:
                values = await solve(dependant, solving)
                if solving.errors:
                    raise WebSocketRequestValidationError(solving.errors)
                assert dependant.call is not None, "dependant.call must be a function"
                await dependant.call(**values)
            except BaseException as raised:
                error = raised
            error = await solving.function_stack.leave(error)
            error = await solving.stack.leave(error)
            if error is not None:
                raise error

        await handled(inner, session, scope, receive, send)

    return app
