"""Functions about functions. partial, the lru_cache wrapper, reduce and cmp_to_key are C++ (modules/functools_module.cpp)."""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
           "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for attr in assigned:
        try:
            value = getattr(wrapped, attr)
        except AttributeError:
            pass
        else:
            setattr(wrapper, attr, value)
    for attr in updated:
        if attr == "__dict__" and not isinstance(wrapped, type):  # a class's has names that setattr() takes for the function's own
            for key, value in getattr(wrapped, attr, {}).items():
                setattr(wrapper, key, value)
        else:
            getattr(wrapper, attr).update(getattr(wrapped, attr, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering ---

_RULES = {
    ("__lt__", "__gt__"): lambda r, a, b: not r and a != b,
    ("__lt__", "__le__"): lambda r, a, b: r or a == b,
    ("__lt__", "__ge__"): lambda r, a, b: not r,
    ("__le__", "__ge__"): lambda r, a, b: not r or a == b,
    ("__le__", "__lt__"): lambda r, a, b: r and a != b,
    ("__le__", "__gt__"): lambda r, a, b: not r,
    ("__gt__", "__lt__"): lambda r, a, b: not (r or a == b),
    ("__gt__", "__ge__"): lambda r, a, b: r or a == b,
    ("__gt__", "__le__"): lambda r, a, b: not r,
    ("__ge__", "__le__"): lambda r, a, b: not r or a == b,
    ("__ge__", "__gt__"): lambda r, a, b: r and a != b,
    ("__ge__", "__lt__"): lambda r, a, b: not r,
}


_SYMBOLS = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}


def _derived(root, name):
    rule = _RULES[root, name]

    def operation(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return rule(result, self, other)

    operation.__name__ = name
    operation.__qualname__ = f"_{name.strip('_')}_from_{root.strip('_')}"
    operation.__doc__ = f"Return self{_SYMBOLS[name]}value."
    return operation


def total_ordering(cls):
    names = ("__lt__", "__le__", "__gt__", "__ge__")
    given = {name for name in names if getattr(cls, name, None) is not getattr(object, name, None)}
    if not given:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(given)
    for name in names:
        if name not in given:
            setattr(cls, name, _derived(root, name))
    return cls


# --- caches ---

_CacheInfo = None


def _make_info(hits, misses, maxsize, currsize):
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
    return _CacheInfo(hits, misses, maxsize, currsize)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        user_function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _make_info)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _make_info)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


_nothing = object()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property.") from None
        value = kept.get(self.attrname, _nothing)
        if value is _nothing:
            value = self.func(instance)
            try:
                kept[self.attrname] = value
                if self.attrname not in instance.__dict__:
                    object.__setattr__(instance, self.attrname, value)
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment for "
                                f"caching {self.attrname!r} property.") from None
        return value

    def __class_getitem__(cls, item):
        from _prelude import generic_alias
        return generic_alias(cls, item)


# --- partialmethod ---


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func, self.args, self.keywords = func.func, func.args + args, {**func.keywords, **keywords}
        else:
            self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        args = ", ".join(map(repr, self.args))
        keywords = ", ".join([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"{self.__class__.__module__}.{self.__class__.__qualname__}({self.func}, {args}, {keywords})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            keywords = {**self.keywords, **keywords}
            return self.func(cls_or_self, *self.args, *args, **keywords)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        result = None
        if get is not None:
            new_func = get(obj, cls)
            if new_func is not self.func:
                # The function is a descriptor of its own: what it gives is what the arguments are for.
                result = partial(new_func, *self.args, **self.keywords)
                try:
                    result.__self__ = new_func.__self__
                except AttributeError:
                    pass
        return self._make_unbound_method().__get__(obj, cls) if result is None else result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __class_getitem__(cls, item):
        from _prelude import generic_alias
        return generic_alias(cls, item)


# --- singledispatch: the mro of a class with the abstract classes in it that only know it by its methods or by registration ---


def _merged(sequences):
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for first in sequences:
            candidate = first[0]
            for other in sequences:
                if candidate in other[1:]:
                    candidate = None
                    break
            else:
                break
        if candidate is None:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(candidate)
        for seq in sequences:
            if seq[0] is candidate:
                del seq[0]


def _c3_mro(cls, abcs=None):
    for i, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, "__abstractmethods__"):
            boundary = len(cls.__bases__) - i
            break
    else:
        boundary = 0
    abcs = list(abcs) if abcs else []
    explicit, others, abstract = list(cls.__bases__[:boundary]), list(cls.__bases__[boundary:]), []
    for base in abcs:
        # An abstract class that no base is below stands right behind the class itself.
        if issubclass(cls, base) and not any([issubclass(b, base) for b in cls.__bases__]):
            abstract.append(base)
    for base in abstract:
        abcs.remove(base)
    return _merged([[cls]] + [_c3_mro(base, abcs=abcs) for base in explicit] + [_c3_mro(base, abcs=abcs) for base in abstract] +
                   [_c3_mro(base, abcs=abcs) for base in others] + [explicit] + [abstract] + [others])


def _compose_mro(cls, types):
    bases = set(cls.__mro__)

    def is_related(typ):
        return (typ not in bases and hasattr(typ, "__mro__") and not type(typ).__name__ == "GenericAlias" and issubclass(cls, typ))

    types = [n for n in types if is_related(n)]
    types = [n for n in types if not any([n != other and n in other.__mro__ for other in types])]
    type_set, mro = set(types), []
    for typ in types:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in type_set])
        if not found:
            mro.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for sub in found:
            for subcls in sub:
                if subcls not in mro:
                    mro.append(subcls)
    return _c3_mro(cls, abcs=mro)


def _find_impl(cls, registry):
    mro = _compose_mro(cls, registry.keys())
    match = None
    for t in mro:
        if match is not None:
            if t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {t}")
            break
        if t in registry:
            match = t
    return registry.get(match)


def singledispatch(func):
    import types
    from _abc import get_cache_token
    registry, known, token = {}, {}, None

    def dispatch(cls):
        nonlocal token
        if token != get_cache_token():
            known.clear()
            token = get_cache_token()
        impl = known.get(cls)
        if impl is None:
            impl = registry[cls] if cls in registry else _find_impl(cls, registry)
            known[cls] = impl
        return impl

    def is_union(cls):
        return isinstance(cls, types.UnionType) or repr(getattr(cls, "__origin__", None)) == "typing.Union"

    def is_valid(cls):
        return isinstance(cls, type) or (is_union(cls) and all([isinstance(arg, type) for arg in cls.__args__]))

    def register(cls, func=None):
        if is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            plain = getattr(cls, "__wrapped__", cls) if isinstance(cls, (staticmethod, classmethod)) else cls
            if not getattr(plain, "__annotations__", {}):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain "
                                "`@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(plain).items()))
            if not is_valid(cls):
                if is_union(cls):
                    raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for one in cls.__args__ if is_union(cls) else (cls,):
            registry[one] = func
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{funcname} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
