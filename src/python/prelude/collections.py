"""Containers beside list, dict, set and tuple. deque, defaultdict and OrderedDict are C++ (modules/collections_module.cpp)."""

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

from _collections import OrderedDict, _count_elements, _tuplegetter, defaultdict, deque
from _prelude import caller_frame as _caller_frame, run_text as _run_text

# ChainMap and the User* classes need the abstract classes: they are made when somebody asks (_collections_user.py).
_LATER = ("ChainMap", "UserDict", "UserList", "UserString")


def __getattr__(name):
    if name in _LATER:
        import _collections_user
        for each in _LATER:
            globals()[each] = getattr(_collections_user, each)
        return globals()[name]
    if name == "abc":
        import collections.abc
        return collections.abc
    raise AttributeError(f"module 'collections' has no attribute {name!r}")


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=_times, reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=_times)

    def elements(self):
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if _is_mapping(iterable):
                if self:
                    get = self.get
                    for item, times in iterable.items():
                        self[item] = times + get(item, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for item, times in iterable.items():
                    self[item] = get(item, 0) - times
            else:
                for item in iterable:
                    self[item] = get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, item):
        if item in self:
            super().__delitem__(item)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:  # counts that cannot be compared
            shown = dict(self)
        return f"{self.__class__.__name__}({shown!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] == other[item] for one in (self, other) for item in one])

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] <= other[item] for one in (self, other) for item in one])

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all([self[item] >= other[item] for one in (self, other) for item in one])

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for item, times in self.items():
            new = times + other[item]
            if new > 0:
                made[item] = new
        for item, times in other.items():
            if item not in self and times > 0:
                made[item] = times
        return made

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for item, times in self.items():
            new = times - other[item]
            if new > 0:
                made[item] = new
        for item, times in other.items():
            if item not in self and times < 0:
                made[item] = 0 - times
        return made

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for item, times in self.items():
            theirs = other[item]
            new = theirs if times < theirs else times
            if new > 0:
                made[item] = new
        for item, times in other.items():
            if item not in self and times > 0:
                made[item] = times
        return made

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        made = Counter()
        for item, times in self.items():
            theirs = other[item]
            new = times if times < theirs else theirs
            if new > 0:
                made[item] = new
        return made

    def __pos__(self):
        made = Counter()
        for item, times in self.items():
            if times > 0:
                made[item] = times
        return made

    def __neg__(self):
        made = Counter()
        for item, times in self.items():
            if times < 0:
                made[item] = 0 - times
        return made

    def _keep_positive(self):
        for item in [item for item, times in self.items() if not times > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, times in other.items():
            self[item] += times
        return self._keep_positive()

    def __isub__(self, other):
        for item, times in other.items():
            self[item] -= times
        return self._keep_positive()

    def __ior__(self, other):
        for item, theirs in other.items():
            if theirs > self[item]:
                self[item] = theirs
        return self._keep_positive()

    def __iand__(self, other):
        for item, times in self.items():
            theirs = other[item]
            if theirs < times:
                self[item] = theirs
        return self._keep_positive()


def _times(pair):
    return pair[1]


def _is_mapping(value):
    if isinstance(value, dict):
        return True
    if isinstance(value, (list, str, tuple, set, deque)):
        return False
    from collections.abc import Mapping
    return isinstance(value, Mapping)


# --- namedtuple ---

_KEYWORDS = frozenset((
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield"))
_makers = {}  # by the fields' names


def _maker(names):
    """The function that makes __new__ for these fields: compiled, so that a wrong call is refused in CPython's words."""
    listed = ", ".join(names)
    if listed not in _makers:
        made = {}
        values = listed + "," if names else ""
        _run_text(f"def make(_new):\n def __new__(_cls, {listed}):\n  return _new(_cls, ({values}))\n return __new__\n", made)
        _makers[listed] = made["make"]
    return _makers[listed]


@classmethod
def _make(cls, iterable):
    result = tuple.__new__(cls, iterable)
    count = len(cls._fields)
    if len(result) != count:
        raise TypeError(f"Expected {count} arguments, got {len(result)}")
    return result


_make.__func__.__doc__ = None


def _replace(self, /, **kwds):
    result = self._make([kwds.pop(name, value) for name, value in zip(self._fields, self)])
    if kwds:
        raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
    return result


def _asdict(self):
    "Return a new dict which maps field names to their values."
    return dict(zip(self._fields, self))


def __getnewargs__(self):
    "Return self as a plain tuple.  Used by copy and pickle."
    return tuple(self)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = list(map(str, field_names))
    typename = str(typename)
    seen = set()
    if rename:
        for at, name in enumerate(names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen:
                names[at] = f"_{at}"
            seen.add(name)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(reversed(list(zip(reversed(names), reversed(defaults)))))
    names = tuple(names)
    listed = ", ".join(names) + ("," if len(names) == 1 else "")

    __new__ = _maker(names)(tuple.__new__)
    __new__.__name__ = "__new__"
    __new__.__qualname__ = f"{typename}.__new__"
    __new__.__module__ = f"namedtuple_{typename}"
    __new__.__doc__ = f"Create new instance of {typename}({listed})"
    if defaults is not None:
        __new__.__defaults__ = defaults
    shown = "(" + ", ".join([f"{name}=%r" for name in names]) + ")"

    def __repr__(self):
        return self.__class__.__name__ + shown % self

    __repr__.__qualname__ = f"{typename}.__repr__"
    if module is None:
        frame = _caller_frame()
        module = "__main__" if frame is None else frame[0]
    space = {
        "__doc__": f"{typename}({listed})",
        "__slots__": (),
        "_fields": names,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": _make,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": names,
        "__module__": module,
    }
    for at, name in enumerate(names):
        space[name] = _tuplegetter(at, f"Alias for field number {at}")
    return type(typename, (tuple,), space)
