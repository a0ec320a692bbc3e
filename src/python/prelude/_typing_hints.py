"""typing.get_type_hints and the marks it heeds; loaded when a program first asks typing for one of them."""

import types as _types

from typing import Annotated, ForwardRef, Literal, NotRequired, Required, Union, _Alias, _converted, _overloads


def no_type_check(arg):
    if isinstance(arg, type):
        for name in dir(arg):
            inside = getattr(arg, name)
            if isinstance(inside, (_types.FunctionType, type)) and inside.__qualname__ == f"{arg.__qualname__}.{inside.__name__}":
                no_type_check(inside)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    wrapped.__name__, wrapped.__qualname__, wrapped.__doc__, wrapped.__wrapped__ = decorator.__name__, decorator.__qualname__, decorator.__doc__, decorator
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    def mark(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {"eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
                                             "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn

    return mark


def _evaluated(value, names, within=()):
    """The annotation without texts in it; a text within itself stays as it is."""
    if isinstance(value, (str, ForwardRef)):
        text = (value if isinstance(value, str) else value.__forward_arg__).strip()
        if text in within:
            return value
        from _prelude import run_text
        space = dict(names)
        run_text(f"_value = ({text})", space)
        return _evaluated(_converted(space["_value"], "Forward references must evaluate to types.", special=True), names, within + (text,))
    if isinstance(value, (_Alias, _types.GenericAlias, _types.UnionType)):
        if isinstance(value, _Alias) and value.__origin__ is Literal:
            return value
        return _with_args(value, tuple([_evaluated(arg, names, within) for arg in value.__args__]))
    if isinstance(value, list):
        return [_evaluated(arg, names, within) for arg in value]
    return type(None) if value is None else value


def _with_args(value, args):
    if args == value.__args__:
        return value
    if isinstance(value, _types.GenericAlias):
        return type(value)(value.__origin__, args)
    if isinstance(value, _types.UnionType):
        made = args[0]
        for arg in args[1:]:
            made = made | arg
        return made
    if value._name == "Annotated":
        return Annotated[(args[0], *value.__metadata__)]
    return Union[args] if value.__origin__ is Union else _Alias(value.__origin__, args, value._name)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    import sys
    if getattr(obj, "__no_type_check__", None):
        return {}
    found = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = dict(base.__dict__)
            names.update(module.__dict__ if globalns is None and module is not None else globalns or {})
            names.update(localns or {})
            for name, value in base.__dict__.get("__annotations__", {}).items():
                found[name] = _evaluated(value, names)
    else:
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, _types.ModuleType) or callable(obj) and hasattr(obj, "__name__"):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        inside = obj
        while hasattr(inside, "__wrapped__"):
            inside = inside.__wrapped__
        names = dict((getattr(inside, "__globals__", None) or getattr(inside, "__dict__", {})) if globalns is None else globalns)
        names.update(localns or {})
        for name, value in annotations.items():
            found[name] = _evaluated(value, names)
    if not include_extras:
        found = {name: _without_extras(value) for name, value in found.items()}
    return found


def _without_extras(value):
    if isinstance(value, _Alias) and value._name == "Annotated":
        return _without_extras(value.__origin__)
    if isinstance(value, _Alias) and value.__origin__ in (Required, NotRequired):
        return _without_extras(value.__args__[0])
    if isinstance(value, (_Alias, _types.GenericAlias, _types.UnionType)):
        return _with_args(value, tuple([_without_extras(arg) for arg in value.__args__]))
    return value


def get_overloads(func):
    inside = getattr(func, "__func__", func)
    return list(_overloads.get((inside.__module__, inside.__qualname__), ()))


def clear_overloads():
    _overloads.clear()
