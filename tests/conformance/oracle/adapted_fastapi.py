"""Debian's FastAPI 0.92 (Starlette 0.26, pydantic 1), made to speak as today's does where the two differ.

Holds those differences and nothing else; README.md lists them. What cannot be translated stops the oracle: a golden transcript
is today's FastAPI's answer or there is none.
"""

import copy
import functools
import inspect
import json
import os
import sys
import typing

import fastapi
import fastapi.applications
import fastapi.dependencies.utils
import fastapi.encoders
import fastapi.exception_handlers
import fastapi.params
import pydantic
import pydantic.types
import pydantic.validators
import starlette.websockets
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import FormData
from starlette.responses import JSONResponse


def install(server):
    _annotated_parameters()
    _lifespan_argument()
    _pattern_argument()
    _todays_websocket()
    _todays_422()
    _pydantic_2_names()
    _uvicorn(server)


def _give_up(sentence):
    sys.__stderr__.write("oracle: " + sentence + "\n")
    sys.__stderr__.flush()
    os._exit(3)


def _annotated_parameters():
    """`Annotated[int, Query(ge=1)] = 1` and `Annotated[X, Depends(f)]` (since 0.95): as 0.92 has them, `int = Query(1, ge=1)`."""
    utils = fastapi.dependencies.utils
    real = utils.get_typed_signature

    def today(call):
        try:
            signature = inspect.signature(call, eval_str=True)
        except NameError:
            return real(call)
        parameters = []
        for parameter in signature.parameters.values():
            annotation, default = parameter.annotation, parameter.default
            if typing.get_origin(annotation) is typing.Annotated:
                for extra in annotation.__metadata__:
                    if isinstance(extra, fastapi.params.Depends):
                        default = extra if extra.dependency is not None else type(extra)(annotation.__origin__, use_cache=extra.use_cache)
                        annotation = annotation.__origin__
                        break
                    if isinstance(extra, pydantic.fields.FieldInfo):
                        extra = copy.copy(extra)
                        if default is not inspect.Parameter.empty:
                            extra.default = default
                        elif extra.default is pydantic.fields.Undefined:
                            extra.default = ...
                        default, annotation = extra, annotation.__origin__
                        break
            parameters.append(parameter.replace(annotation=annotation, default=default))
        return inspect.Signature(parameters, __validate_parameters__=False)


    utils.get_typed_signature = today


def _lifespan_argument():
    """FastAPI(lifespan=...) (since 0.93)."""
    real = fastapi.FastAPI.__init__

    @functools.wraps(real)
    def today(self, *arguments, lifespan=None, **named):
        real(self, *arguments, **named)
        if lifespan is not None:
            self.router.lifespan_context = lifespan

    fastapi.FastAPI.__init__ = today


def _pattern_argument():
    """Query(pattern=...), Field(pattern=...): once `regex`."""

    def renaming(function):
        @functools.wraps(function)
        def today(*arguments, **named):
            if "pattern" in named:
                named["regex"] = named.pop("pattern")
            return function(*arguments, **named)

        return today

    for name in ("Path", "Query", "Header", "Cookie", "Body", "Form", "File"):
        setattr(fastapi, name, renaming(getattr(fastapi, name)))
    pydantic.Field = renaming(pydantic.Field)


def _todays_websocket():
    """Sending to a client that has closed: WebSocketDisconnect(1006) (since Starlette 0.38). JSON without blanks, not escaped."""
    websockets = starlette.websockets
    real = websockets.WebSocket.send

    async def send(self, message):
        try:
            await real(self, message)
        except OSError:
            self.application_state = websockets.WebSocketState.DISCONNECTED
            raise websockets.WebSocketDisconnect(code=1006) from None

    websockets.WebSocket.send = send

    async def send_json(self, data, mode="text"):
        assert mode in ["text", "binary"]
        text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
        await self.send({"type": "websocket.send", **({"text": text} if mode == "text" else {"bytes": text.encode()})})

    websockets.WebSocket.send_json = send_json


# --- 422 ---


def _quoted_list(values):
    words = [repr(value) for value in values]
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


def _number(value):
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)


_BOUNDS = {
    "value_error.number.not_gt": ("greater_than", "gt", "Input should be greater than {}"),
    "value_error.number.not_ge": ("greater_than_equal", "ge", "Input should be greater than or equal to {}"),
    "value_error.number.not_lt": ("less_than", "lt", "Input should be less than {}"),
    "value_error.number.not_le": ("less_than_equal", "le", "Input should be less than or equal to {}"),
}


def _todays_error(error, value):
    """The type, msg and ctx of today's error for pydantic 1's, about this input."""
    kind, message, context = error["type"], error["msg"], error.get("ctx", {})
    if kind in _BOUNDS:
        today, key, words = _BOUNDS[kind]
        return today, words.format(_number(context["limit_value"])), {key: context["limit_value"]}
    if kind == "value_error.missing":
        return "missing", "Field required", None
    if kind == "type_error.integer":
        if isinstance(value, str):
            return "int_parsing", "Input should be a valid integer, unable to parse string as an integer", None
        return "int_type", "Input should be a valid integer", None
    if kind == "type_error.float":
        if isinstance(value, str):
            return "float_parsing", "Input should be a valid number, unable to parse string as a number", None
        return "float_type", "Input should be a valid number", None
    if kind == "value_error.strictbool" or kind == "type_error.bool":
        if isinstance(value, str):
            return "bool_parsing", "Input should be a valid boolean, unable to interpret input", None
        return "bool_type", "Input should be a valid boolean", None
    if kind == "value_error.any_str.min_length":
        n = context["limit_value"]
        return "string_too_short", f"String should have at least {n} character{'' if n == 1 else 's'}", {"min_length": n}
    if kind == "value_error.any_str.max_length":
        n = context["limit_value"]
        return "string_too_long", f"String should have at most {n} character{'' if n == 1 else 's'}", {"max_length": n}
    if kind == "value_error.str.regex":
        return "string_pattern_mismatch", f"String should match pattern '{context['pattern']}'", {"pattern": context["pattern"]}
    if kind == "type_error.enum":
        expected = _quoted_list([member.value for member in context["enum_values"]])
        return "enum", f"Input should be {expected}", {"expected": expected}
    if kind == "value_error.const":
        expected = _quoted_list(context["permitted"])
        return "literal_error", f"Input should be {expected}", {"expected": expected}
    if kind == "type_error.str":
        return "string_type", "Input should be a valid string", None
    if kind == "type_error.list":
        return "list_type", "Input should be a valid list", None
    if kind == "type_error.dict":
        return "model_attributes_type", "Input should be a valid dictionary or object to extract fields from", None
    if kind == "value_error":
        return "value_error", "Value error, " + message, {"error": {}}
    return _give_up(f"no translation for pydantic 1's {kind} ({message})")


def _input_at(request, body, loc):
    place, *keys = loc
    if place == "body":
        for key in keys:
            body = body[key]
        return body
    name = keys[0]
    where = {"path": request.path_params, "query": request.query_params, "header": request.headers, "cookie": request.cookies}[place]
    if len(keys) > 1:
        return where.getlist(name)[keys[1]]
    return where[name]


def _todays_422():
    handlers = fastapi.exception_handlers

    def has_keys(request):
        """Whether the body has a key for each parameter: several of them, or embed."""
        parameters = fastapi.dependencies.utils.get_flat_dependant(request.scope["route"].dependant).body_params
        return len(parameters) > 1 or any(getattr(parameter.field_info, "embed", False) for parameter in parameters)

    def translate(request, error):
        for one in error.errors():
            loc, kind = list(one["loc"]), one["type"]
            if loc[0] == "header":
                loc[1] = str(loc[1]).replace("_", "-")
            if kind == "value_error.jsondecode":
                yield {"type": "json_invalid", "loc": ["body", one["ctx"]["pos"]], "msg": "JSON decode error", "input": {},
                       "ctx": {"error": one["ctx"]["msg"]}}
                continue
            try:
                if kind == "value_error.missing" and (isinstance(error.body, FormData) or (len(loc) == 2 and has_keys(request))):
                    value = None
                elif kind == "value_error.missing":
                    # Of a body it is what the field is missing from; of a parameter, and of a body of several keys, nothing.
                    value = _input_at(request, error.body, loc[:-1]) if loc[0] == "body" and len(loc) > 1 else None
                else:
                    value = _input_at(request, error.body, loc)
            except (KeyError, IndexError, TypeError):
                _give_up(f"no input for {loc}")
            kind, message, context = _todays_error(one, value)
            today = {"type": kind, "loc": loc, "msg": message, "input": value}
            if context is not None:
                today["ctx"] = context
            yield today

    async def handler(request, error):
        return JSONResponse(status_code=422, content={"detail": list(translate(request, error))})

    handlers.request_validation_exception_handler = handler
    fastapi.applications.request_validation_exception_handler = handler
    # Bounds of a float are floats.
    real_check = pydantic.types.number_size_validator

    def number_size_validator(value, field):
        try:
            return real_check(value, field)
        except pydantic.errors._NumberBoundError as error:
            if isinstance(value, float):
                error.limit_value = float(error.limit_value)
                raise type(error)(limit_value=error.limit_value) from None
            raise

    pydantic.types.number_size_validator = number_size_validator
    # pydantic 2 takes no number for a string.
    def only_strings(value):
        if isinstance(value, str):
            return value
        raise pydantic.errors.StrError()

    import enum

    for index, (kind, validators) in enumerate(pydantic.validators._VALIDATORS):
        if kind is str:
            def of_string(value):
                return value.value if isinstance(value, enum.Enum) and isinstance(value, str) else only_strings(value)
            pydantic.validators._VALIDATORS[index] = (kind, [of_string, *validators[1:]])


def _pydantic_2_names():
    """The names of pydantic 2 over those of pydantic 1, as far as programs here use them."""
    Model = pydantic.BaseModel

    def model_dump(self, *, mode="python", **named):
        dumped = self.dict(**named)
        return json.loads(json.dumps(fastapi.encoders.jsonable_encoder(dumped))) if mode == "json" else dumped

    def model_dump_json(self, *, indent=None, **named):
        separators = (",", ":") if indent is None else None
        return json.dumps(fastapi.encoders.jsonable_encoder(self.dict(**named)), indent=indent, separators=separators, ensure_ascii=False)

    Model.model_dump = model_dump
    Model.model_dump_json = model_dump_json
    Model.model_validate = classmethod(lambda cls, value: cls.parse_obj(value))
    Model.model_copy = lambda self, *, update=None, deep=False: self.copy(update=update, deep=deep)
    Model.model_fields_set = property(lambda self: self.__fields_set__)

    def field_validator(*fields, mode="after"):
        def decorate(function):
            function = function.__func__ if isinstance(function, classmethod) else function
            return pydantic.validator(*fields, pre=mode == "before", allow_reuse=True)(lambda cls, v: function(cls, v))

        return decorate

    pydantic.field_validator = field_validator


def _uvicorn(server):
    import types

    module = types.ModuleType("uvicorn")

    def run(app, **named):
        if isinstance(app, str):
            app = getattr(sys.modules["__main__"], app.partition(":")[2])
        server.run(app)

    module.run = run
    sys.modules["uvicorn"] = module
