"""Model[int]: a model whose type variables were given."""

import typing as _typing

from pydantic._fields import merged

_parametrised_cache = {}


def parametrised(cls, parameters):
    """Model[int]: a subclass in whose annotations the type variables are replaced."""
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    key = (cls, parameters)
    if key in _parametrised_cache:
        return _parametrised_cache[key]
    variables = []
    for info in cls.model_fields.values():
        for each in _variables_in(info.annotation):
            if each not in variables:
                variables.append(each)
    order = getattr(cls, "__parameters__", None) or variables
    table = dict(zip(order, parameters))
    if cls.__pydantic_is_root__ and not cls.model_fields:
        return _root_of(cls, parameters[0], key)
    annotations = {name: _replaced(info.annotation, table) for name, info in cls.model_fields.items()}
    names = ", ".join(_name_of(each) for each in parameters)
    body = {"__annotations__": annotations, "__module__": cls.__module__}
    for name, info in cls.model_fields.items():
        copied = merged(info)
        body[name] = copied
    made = type(f"{cls.__name__}[{names}]", (cls,), body)
    _parametrised_cache[key] = made
    return made


def _root_of(cls, annotation, key):
    made = type(f"{cls.__name__}[{_name_of(annotation)}]", (cls,), {"__annotations__": {"root": annotation}, "__module__": cls.__module__})
    _parametrised_cache[key] = made
    return made


def _name_of(annotation):
    """A type as it stands in the name of a generic model: without modules, a union by its members."""
    if annotation is Ellipsis:
        return "..."
    origin, parts = _typing.get_origin(annotation), _typing.get_args(annotation)
    if origin is _typing.Literal:
        return f"Literal[{', '.join(repr(part) for part in parts)}]"
    inner = ", ".join(_name_of(part) for part in parts)
    if origin is _typing.Union or type(annotation).__name__ == "UnionType":
        return f"Union[{inner}]"
    if parts:
        return f"{str(annotation).partition('[')[0].rpartition('.')[2]}[{inner}]"
    return annotation.__qualname__ if isinstance(annotation, type) else str(annotation).replace("typing.", "")


def _variables_in(annotation):
    if isinstance(annotation, _typing.TypeVar):
        return [annotation]
    return [each for part in _typing.get_args(annotation) for each in _variables_in(part)]


def _replaced(annotation, table):
    if isinstance(annotation, _typing.TypeVar):
        return table.get(annotation, annotation)
    parts = _typing.get_args(annotation)
    if not parts or not _variables_in(annotation):
        return annotation
    new = tuple(_replaced(part, table) for part in parts)
    origin = _typing.get_origin(annotation)
    if origin is _typing.Union or getattr(origin, "__name__", "") == "UnionType":
        return _typing.Union[new]
    return origin[new if len(new) > 1 else new[0]]
