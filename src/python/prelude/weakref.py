"""Weak references, and containers made of them. ref itself is C++ (weak_reference.cpp)."""

from _prelude import named_in_full
from _weakref import getweakrefcount, getweakrefs, ref

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType", "CallableProxyType",
           "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

ReferenceType = ref


class ProxyType:
    """Stands for an object without keeping it."""
    __slots__ = ("_weakref_ref", "__weakref__")

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    __hash__ = None

    def __repr__(self):
        # Whoever asks for the class's own method gets this; a proxy's repr() is its object's only in str().
        held = object.__getattribute__(self, "_weakref_ref")()
        what = "NoneType" if held is None else type(held).__name__
        return f"<weakproxy at 0x{id(self):012x} to {what} at 0x{id(held):012x}>"

    def __str__(self):
        return str(_referent(self))

    def __bool__(self):
        return bool(_referent(self))


def _referent(proxy):
    held = object.__getattribute__(proxy, "_weakref_ref")()
    if held is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return held


def _bare(value):
    return _referent(value) if type(value) in (ProxyType, CallableProxyType) else value


def _forward():
    import operator

    def one(operation):
        return lambda self: operation(_referent(self))

    def two(operation):
        return lambda self, other: operation(_bare(self), _bare(other))

    def swapped(operation):
        return lambda self, other: operation(_bare(other), _bare(self))

    for name in ("lt", "le", "eq", "ne", "gt", "ge"):
        setattr(ProxyType, f"__{name}__", two(getattr(operator, name)))
    for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor"):
        operation, plain = getattr(operator, name), name.rstrip("_")
        setattr(ProxyType, f"__{plain}__", two(operation))
        setattr(ProxyType, f"__r{plain}__", swapped(operation))
        setattr(ProxyType, f"__i{plain}__", two(getattr(operator, f"i{plain}")))
    ProxyType.__divmod__, ProxyType.__rdivmod__ = two(divmod), swapped(divmod)
    for name, operation in (("neg", operator.neg), ("pos", operator.pos), ("abs", abs), ("invert", operator.invert), ("int", int),
                            ("float", float), ("index", operator.index), ("len", len), ("iter", iter), ("reversed", reversed), ("next", next),
                            ("bytes", bytes)):
        setattr(ProxyType, f"__{name}__", one(operation))
    ProxyType.__getitem__ = lambda self, key: _referent(self)[key]
    ProxyType.__contains__ = lambda self, item: item in _referent(self)
    ProxyType.__setitem__ = lambda self, key, value: operator.setitem(_referent(self), key, value)
    ProxyType.__delitem__ = lambda self, key: operator.delitem(_referent(self), key)


_forward()
del _forward


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


named_in_full(ProxyType)
named_in_full(CallableProxyType)
ProxyTypes = (ProxyType, CallableProxyType)
_proxies = {}  # by the object's id: its proxy without a callback, weakly


def proxy(object_, callback=None, /):
    if callback is None:
        known = _proxies.get(id(object_))
        made = known() if known is not None else None
        if made is not None and object.__getattribute__(made, "_weakref_ref")() is object_:
            return made
    made = object.__new__(CallableProxyType if callable(object_) else ProxyType)
    if callback is None:
        held = ref(object_)
        key = id(object_)
        _proxies[key] = ref(made, lambda _: _proxies.pop(key, None))
    else:
        weak = ref(made)
        held = ref(object_, lambda _: callback(weak()))
    object.__setattr__(made, "_weakref_ref", held)
    return made


class WeakMethod(ref):
    """A bound method that lives as long as its object."""
    __slots__ = ("_func_ref", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(_):
            self = self_weak()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, obj, gone)
        self._func_ref = ref(func, gone)
        self._alive = True
        self_weak = ref(self)
        return self

    def __call__(self):
        obj, func = super().__call__(), self._func_ref()
        return None if obj is None or func is None else func.__get__(obj, type(obj))

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return NotImplemented

    def __ne__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is not other
            return ref.__ne__(self, other) or self._func_ref != other._func_ref
        return NotImplemented

    __hash__ = ref.__hash__


class KeyedRef(ref):
    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakSet:
    # What dies while the set is walked is taken out afterwards.
    def __init__(self, data=None):
        self.data = set()
        self._walks = 0
        self._gone = []

        def remove(item, selfref=ref(self)):
            self = selfref()
            if self is not None:
                if self._walks:
                    self._gone.append(item)
                else:
                    self.data.discard(item)

        self._remove = remove
        if data is not None:
            self.update(data)

    def _commit(self):
        while self._gone and not self._walks:
            self.data.discard(self._gone.pop())

    def __iter__(self):
        self._walks += 1
        try:
            for itemref in self.data:
                item = itemref()
                if item is not None:
                    yield item
        finally:
            self._walks -= 1
            self._commit()

    def __len__(self):
        return len(self.data) - len(self._gone)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __reduce__(self):
        return self.__class__, (list(self),)

    def add(self, item):
        self._commit()
        self.data.add(ref(item, self._remove))

    def clear(self):
        self._commit()
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def pop(self):
        self._commit()
        while True:
            try:
                itemref = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = itemref()
            if item is not None:
                return item

    def remove(self, item):
        self._commit()
        self.data.remove(ref(item))

    def discard(self, item):
        self._commit()
        self.data.discard(ref(item))

    def update(self, other):
        self._commit()
        for element in other:
            self.add(element)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    __sub__ = difference

    def difference_update(self, other):
        self.__isub__(other)

    def __isub__(self, other):
        self._commit()
        if self is other:
            self.data.clear()
        else:
            self.data.difference_update([ref(item) for item in other])
        return self

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        self.__iand__(other)

    def __iand__(self, other):
        self._commit()
        self.data.intersection_update([ref(item) for item in other])
        return self

    def issubset(self, other):
        return self.data.issubset([ref(item) for item in other])

    __le__ = issubset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset([ref(item) for item in other])

    __ge__ = issuperset

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    __xor__ = symmetric_difference

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    def __ixor__(self, other):
        self._commit()
        if self is other:
            self.data.clear()
        else:
            self.data.symmetric_difference_update([ref(item, self._remove) for item in other])
        return self

    def union(self, other):
        return self.__class__([item for part in (self, other) for item in part])

    __or__ = union

    def isdisjoint(self, other):
        return len(self.intersection(other)) == 0

    def __repr__(self):
        return repr(self.data)


def _make_dictionaries():
    from collections.abc import MutableMapping, MutableSet
    MutableSet.register(WeakSet)

    class WeakDictionary(MutableMapping):
        # `data` as CPython names it; what dies while it is walked is taken out afterwards.
        def _begin(self, other, kwargs):
            self.data = {}
            self._walks = 0
            self._gone = []
            if other is not None or kwargs:
                self.update(() if other is None else other, **kwargs)

        def _commit(self):
            while self._gone and not self._walks:
                self._drop(self._gone.pop())

        def _walk(self):
            self._commit()
            self._walks += 1
            try:
                yield from self._living()
            finally:
                self._walks -= 1
                self._commit()

        def __len__(self):
            return len(self.data) - len(self._gone)

        def __repr__(self):
            return f"<{self.__class__.__name__} at {id(self):#x}>"

        def keys(self):
            for key, value in self._walk():
                yield key

        __iter__ = keys

        def values(self):
            for key, value in self._walk():
                yield value

        def items(self):
            yield from self._walk()

        def copy(self):
            made = self.__class__()
            for key, value in self._walk():
                made[key] = value
            return made

        __copy__ = copy

        def __deepcopy__(self, memo):
            from copy import deepcopy
            made = self.__class__()
            for key, value in self._walk():
                if self._weak_values:
                    key = deepcopy(key, memo)
                else:
                    value = deepcopy(value, memo)
                made[key] = value
            return made

        def __ior__(self, other):
            self.update(other)
            return self

        def __or__(self, other):
            if hasattr(other, "keys"):
                made = self.copy()
                made.update(other)
                return made
            return NotImplemented

        def __ror__(self, other):
            if hasattr(other, "keys"):
                made = self.__class__()
                made.update(other)
                made.update(self)
                return made
            return NotImplemented

    class WeakValueDictionary(WeakDictionary):
        _weak_values = True

        def __init__(self, other=None, /, **kwargs):
            def remove(held, selfref=ref(self)):
                self = selfref()
                if self is not None:
                    if self._walks:
                        self._gone.append(held)
                    else:
                        self._drop(held)

            self._remove = remove
            self._begin(other, kwargs)

        def _drop(self, held):
            if self.data.get(held.key) is held:
                del self.data[held.key]

        def _living(self):
            for key, held in self.data.items():
                value = held()
                if value is not None:
                    yield key, value

        def __getitem__(self, key):
            self._commit()
            value = self.data[key]()
            if value is None:
                raise KeyError(key)
            return value

        def __delitem__(self, key):
            self._commit()
            del self.data[key]

        def __contains__(self, key):
            self._commit()
            held = self.data.get(key)
            return held is not None and held() is not None

        def __setitem__(self, key, value):
            self._commit()
            self.data[key] = KeyedRef(value, self._remove, key)

        def get(self, key, default=None):
            self._commit()
            held = self.data.get(key)
            value = None if held is None else held()
            return default if value is None else value

        def itervaluerefs(self):
            yield from list(self.data.values())

        def valuerefs(self):
            return list(self.data.values())

        def popitem(self):
            self._commit()
            while True:
                key, held = self.data.popitem()
                value = held()
                if value is not None:
                    return key, value

        def pop(self, key, *args):
            self._commit()
            held = self.data.pop(key, None)
            value = None if held is None else held()
            if value is not None:
                return value
            if args:
                return args[0]
            raise KeyError(key)

        def setdefault(self, key, default=None):
            value = self.get(key)
            if value is None:
                self[key] = value = default
            return value

    class WeakKeyDictionary(WeakDictionary):
        _weak_values = False

        def __init__(self, dict=None):
            def remove(held, selfref=ref(self)):
                self = selfref()
                if self is not None:
                    if self._walks:
                        self._gone.append(held)
                    else:
                        self._drop(held)

            self._remove = remove
            self._begin(dict, {})

        def _drop(self, held):
            self.data.pop(held, None)

        def _living(self):
            for held, value in self.data.items():
                key = held()
                if key is not None:
                    yield key, value

        def __getitem__(self, key):
            return self.data[ref(key)]

        def __delitem__(self, key):
            del self.data[ref(key)]

        def __contains__(self, key):
            try:
                return ref(key) in self.data
            except TypeError:
                return False

        def __setitem__(self, key, value):
            self.data[ref(key, self._remove)] = value

        def get(self, key, default=None):
            return self.data.get(ref(key), default)

        def keyrefs(self):
            return list(self.data)

        def popitem(self):
            self._commit()
            while True:
                held, value = self.data.popitem()
                key = held()
                if key is not None:
                    return key, value

        def pop(self, key, *args):
            self._commit()
            return self.data.pop(ref(key), *args)

        def setdefault(self, key, default=None):
            return self.data.setdefault(ref(key, self._remove), default)

    for cls in (WeakValueDictionary, WeakKeyDictionary):
        cls.__qualname__ = cls.__name__
        globals()[cls.__name__] = cls


def __dir__():
    return sorted((globals().keys() - {"named_in_full", "__dir__", "__getattr__"}) | {"WeakKeyDictionary", "WeakValueDictionary"})


def __getattr__(name):
    # The dictionaries stand on an abstract class, which few who want a ref need.
    if name in ("WeakValueDictionary", "WeakKeyDictionary"):
        _make_dictionaries()
        return globals()[name]
    raise AttributeError(f"module 'weakref' has no attribute {name!r}")


class finalize:
    """Calls a function when an object goes, or at the end of the program."""
    __slots__ = ()
    _registry = {}
    _shutdown = False
    _count = 0
    _at_exit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._at_exit:
            import atexit
            atexit.register(finalize._exitfunc)
            finalize._at_exit = True
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = finalize._count
        finalize._count += 1
        finalize._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _exitfunc(cls):
        try:
            while True:
                pending = [(f, i) for f, i in cls._registry.items() if i.atexit]
                if not pending:
                    break
                pending.sort(key=lambda item: item[1].index)
                for f, _ in reversed(pending):
                    try:
                        f()
                    except Exception:
                        import sys
                        sys.excepthook(*sys.exc_info())
        finally:
            finalize._shutdown = True
