"""Dataclasses whose arguments are validated by their annotations. A model made from the same body, which nobody sees, holds their
fields, validators and serializers."""

import dataclasses as _dataclasses

from pydantic._annotations import typing as _typing
from pydantic._errors import ArgsKwargs, Invalid, ValidationError, invalid
from pydantic._fields import FieldInfo
from pydantic._functional import Function
from pydantic._model import BaseModel, ValidationInfo, checked
from pydantic._schema import MISSING, call_user


def dataclass(cls=None, /, *, config=None, validate_on_init=None, **said):
    def decorate(given):
        behind = _model_behind(given, config)
        _give_plain_defaults(given)
        made = given if "__dataclass_fields__" in given.__dict__ else _dataclasses.dataclass(given, **said)
        made.__pydantic_behind__ = behind
        made.__pydantic_check__ = classmethod(_check)
        plain_init = made.__init__

        def __init__(self, /, *args, **kwargs):
            names = [each.name for each in _dataclasses.fields(made) if each.init and not each.kw_only]
            if len(args) > len(names):
                plain_init(self, *args, **kwargs)  # which says how many it takes
            try:
                _fill(self, made, plain_init, {**dict(zip(names, args)), **kwargs}, ArgsKwargs(args, kwargs))
            except Invalid as error:
                raise ValidationError(made.__name__, error.lines) from None

        __init__.__wrapped__ = plain_init
        made.__init__ = __init__
        return made

    return decorate if cls is None else decorate(cls)


def _model_behind(given, config):
    """The model with the fields of the dataclass and of the dataclasses it derives from."""
    bases = tuple(base.__dict__["__pydantic_behind__"] for base in given.__bases__ if "__pydantic_behind__" in base.__dict__)
    body = {"__module__": given.__module__, "__annotations__": {}}
    for name, annotation in given.__dict__.get("__annotations__", {}).items():
        if annotation is _dataclasses.KW_ONLY:
            continue
        if _typing.get_origin(annotation) is _dataclasses.InitVar or isinstance(annotation, _dataclasses.InitVar):
            annotation = annotation.type
        body["__annotations__"][name] = annotation
        if name in given.__dict__:
            body[name] = _as_field(given.__dict__[name])
    for name, value in given.__dict__.items():
        if isinstance(value, (Function, property)):
            body[name] = value
    body["model_config"] = config or given.__dict__.get("__pydantic_config__") or {}
    return type(given.__name__, bases or (BaseModel,), body)


def _as_field(default):
    if not isinstance(default, _dataclasses.Field):
        return default
    if default.default_factory is not _dataclasses.MISSING:
        return FieldInfo(default_factory=default.default_factory)
    return FieldInfo(MISSING if default.default is _dataclasses.MISSING else default.default)


def _give_plain_defaults(given):
    """Field(...) is nothing that dataclasses know."""
    for name in given.__dict__.get("__annotations__", {}):
        info = given.__dict__.get(name)
        if not isinstance(info, FieldInfo):
            continue
        said = {"repr": info.repr}
        if info.default_factory is not None:
            said["default_factory"] = info.default_factory
        elif info.default is not MISSING:
            if isinstance(info.default, (list, dict, set)):
                said["default_factory"] = lambda info=info: info.get_default()
            else:
                said["default"] = info.default
        setattr(given, name, _dataclasses.field(**said))


def _fill(made, cls, plain_init, data, shown):
    """Validates `data`, of which line errors say `shown`, into the instance."""
    behind = cls.__pydantic_behind__
    validators = behind.__pydantic_validators__
    for function in reversed(validators.before):
        args = (ValidationInfo(None, None),) if function.takes_info else ()
        data = call_user(function.bound(cls), data, *args, given=shown)
    values, _, _ = checked(behind, data, shown)
    plain_init(made, **{each.name: values[each.name] for each in _dataclasses.fields(cls) if each.init})
    for function in validators.after:
        args = (ValidationInfo({}, None),) if function.takes_info else ()
        call_user(function.bound_to_instance(made), *args, given=shown)


def _check(cls, value):
    if isinstance(value, cls):
        return value
    if not isinstance(value, dict):
        raise invalid("dataclass_type", f"Input should be a dictionary or an instance of {cls.__name__}", value, {"class_name": cls.__name__})
    made = cls.__new__(cls)
    _fill(made, cls, cls.__init__.__wrapped__, value, value)
    return made
