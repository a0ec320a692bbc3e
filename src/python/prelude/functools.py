"""Functions about functions: partial, caches, wraps, reduce, orderings, singledispatch."""

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
           "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    it = iter(iterable)
    if initial is _missing:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in it:
        value = function(value, item)
    return value


class partial:
    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, args = args[0], args[1:]
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        self.func, self.args, self.keywords = func, args, keywords
        return self

    def __init__(self, /, *args, **keywords):
        pass

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            return self.func(*self.args, *args, **{**self.keywords, **keywords})
        return self.func(*self.args, *args, **keywords)

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend([repr(arg) for arg in self.args])
        parts.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"functools.partial({', '.join(parts)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        bound = self.func.__get__(obj, cls)
        return partial(bound, *self.args, **self.keywords)


class _CacheInfo(tuple):
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})"


_mark = object()


class _lru_cache_wrapper:
    # The kept results stand in a dict in the order of their last use: the first is the one to go.
    def __init__(self, function, maxsize, typed):
        self._function, self._maxsize, self._typed = function, maxsize, typed
        self._kept = {}
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwargs):
        if kwargs:
            key = args + (_mark,)
            for pair in kwargs.items():
                key += pair
        elif len(args) == 1 and type(args[0]) in (int, str) and not self._typed:
            key = args[0]
        else:
            key = args
        if self._typed:
            key += tuple([type(arg) for arg in args]) + tuple([type(value) for value in kwargs.values()])
        kept = self._kept
        maxsize = self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwargs)
        result = kept.get(key, _mark)
        if result is not _mark:
            self._hits += 1
            if maxsize is not None:
                del kept[key]
                kept[key] = result
            return result
        self._misses += 1
        result = self._function(*args, **kwargs)
        if maxsize is not None and key not in kept and len(kept) >= maxsize:
            del kept[next(iter(kept))]
        kept[key] = result
        return result

    def __get__(self, obj, cls=None):
        return self if obj is None else _bound_cache(self, obj)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._kept)))

    def cache_clear(self):
        self._kept.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at 0x{id(self):012x}>"


class _bound_cache:
    def __init__(self, wrapper, obj):
        self.__func__, self.__self__ = wrapper, obj

    def __call__(self, /, *args, **kwargs):
        return self.__func__(self.__self__, *args, **kwargs)

    def __getattr__(self, name):
        return getattr(self.__func__, name)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return update_wrapper(_lru_cache_wrapper(maxsize, 128, typed), maxsize)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    if maxsize is not None and maxsize < 0:
        maxsize = 0
    return lambda function: update_wrapper(_lru_cache_wrapper(function, maxsize, typed), function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


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
        value = self.func(instance)
        object.__setattr__(instance, self.attrname, value)
        return value




def _derived(cls, root, name):
    def operation(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        return _RULES[root, name](result, self, other)
    operation.__name__ = name
    operation.__qualname__ = name
    return operation


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


def total_ordering(cls):
    names = ("__lt__", "__gt__", "__le__", "__ge__")
    given = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not given:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = [name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in given][0]
    for name in names:
        if name not in given:
            setattr(cls, name, _derived(cls, root, name))
    return cls


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other): return mycmp(self.obj, other.obj) < 0
        def __gt__(self, other): return mycmp(self.obj, other.obj) > 0
        def __eq__(self, other): return mycmp(self.obj, other.obj) == 0
        def __le__(self, other): return mycmp(self.obj, other.obj) <= 0
        def __ge__(self, other): return mycmp(self.obj, other.obj) >= 0

    return K


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        for kind in reversed(registry):  # abstract classes that only say that they are bases
            if issubclass(cls, kind):
                return registry[kind]
        return func

    def register(cls, function=None):
        if isinstance(cls, type):
            if function is None:
                return lambda function: register(cls, function)
            registry[cls] = function
            return function
        if getattr(cls, "__args__", None) and type(cls).__name__ in ("UnionType", "_UnionGenericAlias"):
            if function is None:
                return lambda function: register(cls, function)
            for one in cls.__args__:
                registry[one] = function
            return function
        annotations = getattr(cls, "__annotations__", {})
        if not annotations:
            raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` "
                            "on an annotated function.")
        function = cls
        kind = next(iter(annotations.values()))
        if isinstance(kind, str):
            from builtins import __dict__ as names
            kind = function.__globals__.get(kind, names.get(kind))
        register(kind, function)
        return function

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            return self.dispatcher.dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        method.register = self.register
        update_wrapper(method, self.func)
        return method
