"""Copies, and copies of everything inside: by the reduce protocol, as pickle and CPython's copy ask objects for their parts."""

import types as _types
from weakref import ref as _ref

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error
_ATOMS = frozenset((type(None), int, float, bool, bytes, str, type, range, property, type(...), type(NotImplemented), _types.FunctionType,
                    _types.BuiltinFunctionType, _types.CodeType, _ref))
_COPIED = frozenset((list, dict, set, bytearray))


def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls is tuple or cls is frozenset or cls is slice:
        return x
    if cls in _COPIED:
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    rv = _reduced(x, cls)
    return x if isinstance(rv, str) else _reconstruct(x, None, *rv)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    y = memo.get(id(x), _nil)
    if y is not _nil:
        return y
    cls = type(x)
    if cls in _ATOMS:
        return x
    inside = _INSIDE.get(cls)
    if inside is not None:
        y = inside(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            rv = _reduced(x, cls)
            y = x if isinstance(rv, str) else _reconstruct(x, memo, *rv)
    if y is not x:
        memo[id(x)] = y
        _keep_alive(x, memo)  # so that no id is used twice meanwhile
    return y


def _keep_alive(x, memo):
    try:
        memo[id(memo)].append(x)
    except KeyError:
        memo[id(memo)] = [x]


def _deepcopy_list(x, memo):
    y = memo[id(x)] = []
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # it is inside itself
        return memo[id(x)]
    for mine, theirs in zip(x, y):
        if mine is not theirs:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_INSIDE = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict, _types.MethodType: _deepcopy_method,
           bytearray: lambda x, memo: bytearray(x)}


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, setter=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                _put(y, state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _put(y, state):
    for name, value in state.items():
        object.__setattr__(y, name, value)


# --- what an object is made of: object.__reduce_ex__(4) ---


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reduced(x, cls):
    for name in ("__reduce_ex__", "__reduce__"):
        reduce = getattr(cls, name, None)
        if reduce is not None and reduce is not getattr(object, name, None):
            return reduce(x, 4) if name == "__reduce_ex__" else reduce(x)
    return _reduced_by_object(x)


def _reduced_by_object(x):
    cls = type(x)
    if isinstance(x, BaseException):
        state = x.__dict__
        return (cls, x.args, state) if state else (cls, x.args)
    if isinstance(x, memoryview):
        raise TypeError("cannot pickle memoryview objects")
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), _state(x, cls)
    if cls is _types.GenericAlias:
        return cls, (x.__origin__, x.__args__)
    if isinstance(x, slice):
        return cls, (x.start, x.stop, x.step)
    if cls.__new__ is object.__new__ and cls.__module__ not in ("builtins", "types", *_OF_C) or isinstance(x, (int, float, str, bytes, tuple, list, dict, bytearray)) \
            or hasattr(x, "__getnewargs_ex__") or hasattr(x, "__getnewargs__") or _is_plain(cls):
        pass
    else:
        raise TypeError(f"cannot pickle '{cls.__module__ + '.' if cls.__module__ in _OF_C else ''}{cls.__name__}' object")
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        maker, args = (__newobj_ex__, (cls, args, kwargs)) if kwargs else (__newobj__, (cls, *args))
    elif hasattr(cls, "__getnewargs__"):
        maker, args = __newobj__, (cls, *x.__getnewargs__())
    else:
        maker, args = __newobj__, (cls,)
        for base in (int, float, str, bytes, tuple):
            if isinstance(x, base):
                args = cls, (tuple(x) if base is tuple else base(x) if base is not str else str.__str__(x))
    if isinstance(x, bytearray):
        args = cls, bytes(x)
    return (maker, args, _state(x, cls), iter(x) if isinstance(x, list) else None, iter(x.items()) if isinstance(x, dict) else None)


_OF_C = "_thread", "_asyncio", "_contextvars", "_hashlib", "itertools"  # whose classes cannot be made anew from what Python sees of them


def _is_plain(cls):
    """An instance of a class of the program's, with nothing of a builtin type's inside."""
    for base in cls.__mro__[:-1]:
        if base.__module__ in ("builtins", "_io", *_OF_C) or base.__name__ in ("ModuleType",):
            return False
    return True


def _state(x, cls):
    getstate = getattr(cls, "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        return getstate(x)
    return _state_by_object(x)


def _state_by_object(x):
    cls = type(x)
    state = getattr(x, "__dict__", None) or None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                name = f"_{stripped}{name}" if stripped else name
            try:
                slots[name] = getattr(x, name)
            except AttributeError:
                pass
    if state is not None:
        state = dict(state)
        for name in slots:
            state.pop(name, None)
    return (state or None, slots) if slots else state
