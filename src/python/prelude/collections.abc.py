"""Abstract classes of containers: who has the methods is one; Sequence and Mapping are who says so, or is registered."""

from abc import ABCMeta as _ABCMeta, abstractmethod
import types as _types
from _prelude import generic_alias as _alias


def _GenericAlias(cls, item):
    return _alias(cls, item)


def _has(cls, names):
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return False
                break
        else:
            return NotImplemented
    return True


def _by_methods(name, bases, methods, space=None):
    """An abstract class that every class with these methods is below."""
    made = {"__module__": "collections.abc", "__slots__": ()}
    made.update(space or {})

    def missing(self, *args):
        raise NotImplementedError
    for method in methods:
        if method not in made:
            def abstract(self, *args): return None
            abstract.__name__ = method
            made[method] = abstractmethod(abstract)

    def hook(cls, subclass):
        return _has(subclass, methods) if cls is _named[name] else NotImplemented
    made["__subclasshook__"] = classmethod(hook)
    made["__class_getitem__"] = classmethod(_GenericAlias)
    _named[name] = _ABCMeta(name, bases, made)
    return _named[name]


_named = {}
Hashable = _by_methods("Hashable", (), ("__hash__",))
Awaitable = _by_methods("Awaitable", (), ("__await__",))
AsyncIterable = _by_methods("AsyncIterable", (), ("__aiter__",))
AsyncIterator = _by_methods("AsyncIterator", (AsyncIterable,), ("__anext__", "__aiter__"), {"__aiter__": lambda self: self})
Coroutine = _by_methods("Coroutine", (Awaitable,), ("__await__", "send", "throw", "close"))
AsyncGenerator = _by_methods("AsyncGenerator", (AsyncIterator,), ("__aiter__", "__anext__", "asend", "athrow", "aclose"))
Iterable = _by_methods("Iterable", (), ("__iter__",))
Iterator = _by_methods("Iterator", (Iterable,), ("__next__", "__iter__"), {"__iter__": lambda self: self})
Reversible = _by_methods("Reversible", (Iterable,), ("__reversed__", "__iter__"))
Generator = _by_methods("Generator", (Iterator,), ("__iter__", "__next__", "send", "throw", "close"))
Sized = _by_methods("Sized", (), ("__len__",))
Container = _by_methods("Container", (), ("__contains__",))
Collection = _by_methods("Collection", (Sized, Iterable, Container), ("__len__", "__iter__", "__contains__"))
Buffer = _by_methods("Buffer", (), ("__buffer__",))


def _callable_alias(cls, args):
    if not isinstance(args, tuple) or len(args) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    return _CallableAlias(args[0], args[1])


class _CallableAlias:
    def __init__(self, params, result):
        self.__origin__ = Callable
        self._params = params
        self.__args__ = (tuple(params) if isinstance(params, list) else (params,)) + (result,)
        self.__parameters__ = ()

    def __repr__(self):
        from typing import _shown
        *params, result = self.__args__
        if self._params is ...:
            return f"collections.abc.Callable[..., {_shown(result)}]"
        return f"collections.abc.Callable[[{', '.join([_shown(one) for one in params])}], {_shown(result)}]"

    def __or__(self, other):
        from typing import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing import Union
        return Union[other, self]

    def __eq__(self, other):
        return isinstance(other, _CallableAlias) and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__args__)


Callable = _by_methods("Callable", (), ("__call__",))
Callable.__class_getitem__ = classmethod(_callable_alias)


class _Set:
    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all([item in other for item in self])

    def __lt__(self, other):
        return len(self) < len(other) and self <= other if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all([item in self for item in other])

    def __gt__(self, other):
        return len(self) > len(other) and self >= other if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self <= other if isinstance(other, Set) else NotImplemented

    __hash__ = None

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)

    def __and__(self, other):
        return self._from_iterable([item for item in other if item in self]) if isinstance(other, Iterable) else NotImplemented

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any([item in self for item in other])

    def __or__(self, other):
        return self._from_iterable([item for part in (self, other) for item in part]) if isinstance(other, Iterable) else NotImplemented

    __ror__ = __or__

    def __sub__(self, other):
        return self._from_iterable([item for item in self if item not in other])

    def __xor__(self, other):
        return (self - other) | self._from_iterable([item for item in other if item not in self])


class _MutableSet:
    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        for value in list(self):
            self.discard(value)

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)
        return self

    def __isub__(self, it):
        for value in list(it):
            self.discard(value)
        return self


class _Sequence:
    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        for v in self:
            if v is value or v == value:
                return True
        return False

    def __reversed__(self):
        for i in reversed(range(len(self))):
            yield self[i]

    def index(self, value, start=0, stop=None):
        for i in range(max(start, 0), len(self) if stop is None else min(stop, len(self))):
            if self[i] is value or self[i] == value:
                return i
        raise ValueError

    def count(self, value):
        return sum([1 for v in self if v is value or v == value])


class _MutableSequence:
    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        n = len(self)
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        for v in list(values) if values is self else values:
            self.append(v)

    def pop(self, index=-1):
        v = self[index]
        del self[index]
        return v

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


from collections import _Mapping as _Mixed, OrderedDict as _OD, deque as _deque, UserList as _UserList, UserString as _UserString

_READING = ("get", "__contains__", "keys", "items", "values", "__eq__")


def _declared(name, bases, mixin, abstract, known, flags=None, only=None):
    """An abstract class that others must name or register with."""
    space = {"__module__": "collections.abc", "__slots__": (), "__class_getitem__": classmethod(_GenericAlias)}
    for key, value in (mixin.__dict__ if mixin is not None else {}).items():
        if key not in ("__module__", "__qualname__", "__dict__", "__weakref__", "__doc__", "__abc_tpflags__") and (only is None or only(key)):
            space[key] = value
    for method in abstract:
        def missing(self, *args):
            raise KeyError if name in ("Mapping", "MutableMapping") else IndexError
        missing.__name__ = method
        space[method] = abstractmethod(missing)
    if flags is not None:
        space["__abc_tpflags__"] = flags
    made = _ABCMeta(name, bases, space)
    for cls in known:
        made.register(cls)
    return made


_keys, _values, _items = type({}.keys()), type({}.values()), type({}.items())
Set = _declared("Set", (Collection,), _Set, ("__contains__", "__iter__", "__len__"), (set, frozenset, _keys, _items))
MutableSet = _declared("MutableSet", (Set,), _MutableSet, ("add", "discard"), (set,))
Mapping = _declared("Mapping", (Collection,), _Mixed, ("__getitem__", "__iter__", "__len__"), (dict, _Mixed, _types.MappingProxyType), 1 << 6,
                    lambda key: key in _READING)
MutableMapping = _declared("MutableMapping", (Mapping,), _Mixed, ("__setitem__", "__delitem__"), (dict, _Mixed), None,
                           lambda key: key not in _READING and key != "__hash__")
Mapping._missing = _Mixed._missing
Sequence = _declared("Sequence", (Reversible, Collection), _Sequence, ("__getitem__", "__len__"),
                     (list, tuple, str, range, bytes, bytearray, _deque, _UserList, _UserString), 1 << 5)
MutableSequence = _declared("MutableSequence", (Sequence,), _MutableSequence, ("__setitem__", "__delitem__", "insert"),
                            (list, bytearray, _deque, _UserList))
ByteString = _declared("ByteString", (Sequence,), None, (), (bytes, bytearray))
MappingView = _declared("MappingView", (Sized,), None, (), (_keys, _values, _items))
KeysView = _declared("KeysView", (MappingView, Set), None, (), (_keys,))
ItemsView = _declared("ItemsView", (MappingView, Set), None, (), (_items,))
ValuesView = _declared("ValuesView", (MappingView, Collection), None, (), (_values,))
