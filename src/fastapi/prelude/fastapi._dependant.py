"""What a function asks for, read once from its signature when its route is made: parameters by their place in the request, other
functions that it depends on, and the objects of the request itself."""

import sys as _sys

from _prelude import parameters as _parameters

from fastapi import params
from fastapi.exceptions import FastAPIError
from pydantic._fields import MISSING, FieldInfo, check_of, merged
from starlette.background import BackgroundTasks
from starlette.concurrency import is_async_callable
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

_FunctionType = type(lambda: None)
_GENERATOR, _COROUTINE, _ASYNC_GENERATOR = 4, 8, 16


class SecurityScopes:
    """Which scopes are asked for by all that depend on this."""

    def __init__(self, scopes=None):
        self.scopes = scopes or []
        self.scope_str = " ".join(self.scopes)


class Field:
    """One parameter of the request."""

    def __init__(self, name, alias, info, annotation, check, location):
        self.name = name
        self.alias = alias
        self.info = info
        self.annotation = annotation
        self.check = check
        self.location = location  # "path", "query", "header", "cookie", "body"
        self.loc = (location, alias)
        self.required = info.is_required()
        self.is_list = is_sequence(annotation)
        self.is_form = isinstance(info, params.Form)
        self.model = None  # a model whose fields are parameters of their own: Annotated[Filters, Query()]

    def default(self):
        return self.info.get_default(call_default_factory=True)


class Dependant:
    def __init__(self, call, path, name=None):
        self.call = call
        self.path = path
        self.name = name  # of the parameter that gets the result
        self.use_cache = True
        self.scope = None
        self.own_scopes = []
        self.security_scopes = []
        self.dependencies = []
        self.path_params, self.query_params, self.header_params, self.cookie_params, self.body_params = [], [], [], [], []
        self.request_name = self.websocket_name = self.connection_name = self.response_name = self.tasks_name = self.scopes_name = None
        self.is_coroutine = is_async_callable(call) if call is not None else False
        flags = _flags(call)
        self.is_generator = bool(flags & _GENERATOR)
        self.is_async_generator = bool(flags & _ASYNC_GENERATOR)

    def cache_key(self):
        return (self.call, tuple(sorted(set(self.security_scopes))), self.scope or "")

    def flat(self):
        """This one and all below it."""
        found = [self]
        for each in self.dependencies:
            found.extend(each.flat())
        return found


def _flags(call):
    while type(call).__name__ == "partial" and hasattr(call, "func"):
        call = call.func
    if isinstance(call, type):
        return 0
    call = getattr(call, "__func__", call)
    if not isinstance(call, _FunctionType):
        call = getattr(type(call), "__call__", None)
    return _parameters(call)[4] if isinstance(call, _FunctionType) else 0


def _has_text(annotation):
    return isinstance(annotation, str)


def signature_of(call):
    """[(name, annotation or MISSING, default or MISSING)] of what may be given by name."""
    given = {}
    placed = 0
    while type(call).__name__ == "partial" and hasattr(call, "func"):
        given.update(call.keywords)
        placed += len(call.args)
        call = call.func
    while hasattr(call, "__wrapped__"):
        call = call.__wrapped__
    skip = placed
    owner = None
    if isinstance(call, type):
        fields = getattr(call, "__pydantic_signature__", None)
        if fields is not None and call.__init__ is getattr(call, "__pydantic_init__", None):
            return fields()
        owner = call
        call, skip = call.__init__, skip + 1
    elif not isinstance(call, _FunctionType):
        inner = getattr(call, "__func__", None)
        call = inner if inner is not None else getattr(type(call), "__call__", call)
        skip += 1
    if not isinstance(call, _FunctionType):
        return []
    names, only, positional, keyword, flags = _parameters(call)
    defaults = call.__defaults__ or ()
    keyword_defaults = call.__kwdefaults__ or {}
    annotations = hints_of(call)
    found = []
    for at in range(skip, positional + keyword):
        name = names[at]
        if name in given:
            continue
        if at < positional:
            place = at - (positional - len(defaults))
            default = defaults[place] if place >= 0 else MISSING
        else:
            default = keyword_defaults.get(name, MISSING)
        found.append((name, annotations.get(name, MISSING), default))
    return found


def hints_of(call):
    annotations = getattr(call, "__annotations__", None) or {}
    if any(isinstance(each, str) for each in annotations.values()):
        import typing

        try:
            return typing.get_type_hints(call, include_extras=True)
        except NameError:
            return annotations
    return annotations


# --- kinds of annotations; typing's are known only if the program imported it ---


def _origin_and_args(annotation):
    typing = _sys.modules.get("typing")
    if typing is None:
        return getattr(annotation, "__origin__", None), getattr(annotation, "__args__", ())
    return typing.get_origin(annotation), typing.get_args(annotation)


def union_members(annotation):
    """Of a Union or X | Y; otherwise the annotation alone."""
    if type(annotation).__name__ == "UnionType":
        return list(annotation.__args__)
    origin, args = _origin_and_args(annotation)
    typing = _sys.modules.get("typing")
    if typing is not None and origin is typing.Union:
        return list(args)
    return [annotation]


def without_annotated(annotation):
    if hasattr(annotation, "__metadata__"):
        return annotation.__origin__ if not hasattr(annotation, "__args__") else _origin_and_args(annotation)[1][0]
    return annotation


_SEQUENCES = (list, set, frozenset, tuple)


def is_sequence(annotation):
    annotation = without_annotated(annotation)
    for member in union_members(annotation):
        member = without_annotated(member)
        origin, _ = _origin_and_args(member)
        kind = origin if isinstance(origin, type) else member
        if isinstance(kind, type) and (issubclass(kind, _SEQUENCES) or kind.__name__ in ("Sequence", "deque", "MutableSequence")):
            return True
    return False


def is_model(annotation):
    annotation = without_annotated(annotation)
    return isinstance(annotation, type) and hasattr(annotation, "model_fields") and hasattr(annotation, "model_validate")


def is_scalar(annotation):
    """Whether a parameter with this annotation is looked for in the query unless something else is said."""
    annotation = without_annotated(annotation)
    members = union_members(annotation)
    if len(members) > 1:
        return all(is_scalar(member) for member in members)
    origin, _ = _origin_and_args(annotation)
    kind = origin if isinstance(origin, type) else annotation
    if isinstance(kind, type):
        if is_model(kind) or issubclass(kind, (dict,) + _SEQUENCES) or hasattr(kind, "__dataclass_fields__") or hasattr(kind, "__required_keys__"):
            return False
        if kind.__name__ in ("Sequence", "Mapping", "MutableMapping", "MutableSequence", "deque", "UploadFile"):
            return False
    return True


def is_kind(annotation, classes):
    return isinstance(annotation, type) and issubclass(annotation, classes)


def checked_field(annotation, info):
    """The validator, or the sentence that FastAPI has for a class that is no field."""
    for member in union_members(without_annotated(annotation)):
        member = without_annotated(member)
        if isinstance(member, type) and not hasattr(member, "__origin__") and _is_no_field(member):
            raise FastAPIError(
                f"Invalid args for response field! Hint: check that {member!r} is a valid Pydantic field type. If you are using a return type "
                "annotation that is not a valid Pydantic field (e.g. Union[Response, dict, None]) you can disable generating the response model "
                "from the type annotation with the path operation decorator parameter response_model=None. Read more: "
                "https://fastapi.tiangolo.com/tutorial/response-model/")
    return check_of(info, annotation)


_STANDARD = ("builtins", "datetime", "uuid", "decimal", "pathlib", "enum", "typing", "collections", "collections.abc", "pydantic", "re", "ipaddress")


def _is_no_field(cls):
    if cls.__module__ in _STANDARD or cls.__module__.startswith("pydantic."):
        return False
    if hasattr(cls, "__pydantic_check__") or hasattr(cls, "__dataclass_fields__") or hasattr(cls, "__required_keys__"):
        return False
    return not issubclass(cls, (str, int, float, bytes, dict, list, tuple, set)) and not any(base.__module__ == "enum" for base in cls.__mro__)


# --- reading a function ---


def get_dependant(path, call, name=None, security_scopes=None, path_names=frozenset(), scope=None):
    made = Dependant(call, path, name)
    made.security_scopes = list(security_scopes or [])
    made.scope = scope
    for parameter, annotation, default in signature_of(call):
        _add_parameter(made, parameter, annotation, default, path_names)
    return made


def _add_parameter(made, name, annotation, default, path_names):
    info = depends = None
    plain = annotation
    if hasattr(annotation, "__metadata__"):
        plain = without_annotated(annotation)
        said = [each for each in annotation.__metadata__ if isinstance(each, (FieldInfo, params.Depends))]
        ours = [each for each in said if isinstance(each, (params.Param, params.Depends))]
        last = ours[-1] if ours else said[-1] if said else None
        if isinstance(last, params.Depends):
            depends = last
        elif isinstance(last, params.Param):
            assert last.default is MISSING, (
                f"`{type(last).__name__}` default value cannot be set in `Annotated` for {name!r}. Set the default value with `=` instead.")
            info = merged(last)
            for each in said:
                if each is not last:
                    info = merged(each, info, keep=type(last))
            info.metadata = [each for each in annotation.__metadata__ if not isinstance(each, params.Param)]
            if default is not MISSING:
                assert not isinstance(info, params.Path), "Path parameters cannot have a default value"
                info.default = default
    if isinstance(default, params.Depends):
        assert depends is None, f"Cannot specify `Depends` in `Annotated` and default value together for {name!r}"
        assert info is None, f"Cannot specify a FastAPI annotation in `Annotated` and `Depends` as a default value together for {name!r}"
        depends = default
    elif isinstance(default, FieldInfo):
        assert info is None, f"Cannot specify FastAPI annotations in `Annotated` and default value together for {name!r}"
        info = merged(default)
    if depends is not None:
        assert info is None
        if depends.dependency is None:
            depends = _copied(depends, plain)
        _add_dependency(made, name, depends, path_names)
        return
    if info is None and isinstance(plain, type):
        if issubclass(plain, Request):
            made.request_name = name
            return
        websockets = _sys.modules.get("starlette.websockets")
        if websockets is not None and issubclass(plain, websockets.WebSocket):
            made.websocket_name = name
            return
        if issubclass(plain, HTTPConnection):
            made.connection_name = name
            return
        if issubclass(plain, Response):
            made.response_name = name
            return
        if issubclass(plain, BackgroundTasks):
            made.tasks_name = name
            return
        if issubclass(plain, SecurityScopes):
            made.scopes_name = name
            return
    if plain is MISSING:
        plain = annotation = object  # anything
    if info is None:
        if name in path_names:
            info = params.Path()
        else:
            kept = default
            members = union_members(plain)
            if any(is_kind(without_annotated(each), _upload_file()) for each in members) or any(
                    is_kind(each, _upload_file()) for member in members for each in _origin_and_args(member)[1]):
                info = params.File(kept)
            elif is_scalar(plain):
                info = params.Query(kept)
            else:
                info = params.Body(kept)
        if hasattr(annotation, "__metadata__"):
            info.metadata = list(annotation.__metadata__)
            for each in annotation.__metadata__:
                if isinstance(each, FieldInfo):
                    info = merged(each, info, keep=type(info))
                    info.metadata = [one for one in annotation.__metadata__ if not isinstance(one, FieldInfo)]
    elif name in path_names and not isinstance(info, params.Path):
        assert isinstance(info, params.Param) and False, f"Cannot use `{type(info).__name__}` for path param {name!r}"
    elif not isinstance(info, params.Param):
        if is_scalar(plain):
            info = merged(info, None, keep=params.Query)
        else:
            info = merged(info, None, keep=params.Body)
    field = field_of_parameter(name, plain, info)
    getattr(made, field.location + "_params").append(field)


def field_of_parameter(name, annotation, info):
    info.annotation = annotation
    location = info.in_
    alias = info.alias
    if alias is None:
        alias = name.replace("_", "-") if location == "header" and info.convert_underscores else name
    alias = info.validation_alias if info.alias is None and isinstance(info.validation_alias, str) else alias
    field = Field(name, alias, info, annotation, checked_field(annotation, info), location)
    if location in ("query", "header", "cookie") or field.is_form:
        if is_model(annotation):
            field.model = model_parameters(annotation, info)
    if location == "path":
        assert is_scalar(annotation), "Path params must be of one of the supported types"
    elif location == "query" and field.model is None:
        assert is_scalar(annotation) or is_sequence(annotation), f"Query parameter {name!r} must be one of the supported types"
    return field


def model_parameters(model, info):
    """The fields of a model that stands for several parameters: [(name in the request, key for the model, is a list, what is known of it)]."""
    found = []
    for name, each in model.model_fields.items():
        alias = each.validation_alias or name
        asked = alias
        if info.in_ == "header" and each.validation_alias is None and info.convert_underscores:
            asked = name.replace("_", "-")
        found.append((asked, alias, is_sequence(each.annotation), each))
    return found


def _upload_file():
    from starlette.datastructures import UploadFile

    return UploadFile


def _copied(depends, dependency):
    made = object.__new__(type(depends))
    made.__dict__ = dict(depends.__dict__)
    made.dependency = dependency
    return made


def _add_dependency(made, name, depends, path_names):
    sub = sub_dependant(made, depends, name, path_names)
    if made.is_generator or made.is_async_generator:
        if made.scope in (None, "request") and sub.scope == "function":
            from fastapi.exceptions import DependencyScopeError

            raise DependencyScopeError(f'The dependency "{made.call.__name__}" has a scope of "request", it cannot depend on dependencies with '
                                       f'scope "function".')
    made.dependencies.append(sub)


def sub_dependant(made, depends, name, path_names):
    assert callable(depends.dependency), "A parameter-less dependency must have a callable dependency"
    scopes = list(made.security_scopes)
    if isinstance(depends, params.Security):
        scopes.extend(depends.scopes)
    sub = get_dependant(made.path, depends.dependency, name, scopes, path_names, depends.scope)
    sub.use_cache = depends.use_cache
    return sub
