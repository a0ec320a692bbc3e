"""Copies, and copies of everything inside."""


class Error(Exception):
    pass


error = Error
_ATOMS = (int, float, bool, str, bytes, type(None), type, type(...), type(NotImplemented), range, type(lambda: 0), type(len), property)


def _same_class(x):
    cls = type(x)
    made = cls.__new__(cls) if not isinstance(x, BaseException) else cls.__new__(cls, *x.args)
    return made


def copy(x):
    cls = type(x)
    if cls in _ATOMS or cls in (tuple, frozenset) or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, None)


def _rebuilt(x, memo):
    cls = type(x)
    deep = memo is not None
    convert = (lambda value: deepcopy(value, memo)) if deep else (lambda value: value)
    if isinstance(x, (int, float, str, bytes, tuple, frozenset)):
        base = [kind for kind in (int, float, str, bytes, tuple, frozenset) if isinstance(x, kind)][0]
        made = base.__new__(cls, [convert(item) for item in x] if base in (tuple, frozenset) else base(x))
    elif type(x).__name__ in ("generator", "coroutine", "module", "lock") or not hasattr(cls, "__new__"):
        raise TypeError(f"cannot pickle '{type(x).__name__}' object")
    else:
        made = _same_class(x)
    if deep:
        memo[id(x)] = made
    if isinstance(x, list):
        list.extend(made, [convert(item) for item in x])
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            dict.__setitem__(made, convert(key), convert(value))
    elif isinstance(x, set):
        set.update(made, [convert(item) for item in x])
    state = dict(getattr(x, "__dict__", None) or {})
    for kind in cls.__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name.startswith("__") and not name.endswith("__"):
                name = "_" + kind.__name__.lstrip("_") + name
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                state[name] = getattr(x, name)
    if hasattr(cls, "__getstate__") and "__getstate__" not in object.__dict__:
        state = x.__getstate__()
    if hasattr(cls, "__setstate__"):
        made.__setstate__(convert(state))
    elif state:
        for name, value in state.items():
            object.__setattr__(made, name, convert(value))
    return made


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMS or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x))
    if known is not None:
        return known
    if cls is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        made = x if all([a is b for a, b in zip(items, x)]) else tuple(items)
    elif cls is set or cls is frozenset:
        made = cls([deepcopy(item, memo) for item in x])
    elif cls is bytearray:
        made = bytearray(x)
    elif hasattr(cls, "__deepcopy__"):
        made = x.__deepcopy__(memo)
    elif cls.__name__ == "method":
        made = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        made = _rebuilt(x, memo)
    memo[id(x)] = made
    memo.setdefault("kept", []).append(x)  # so that no id is used twice meanwhile
    return made
