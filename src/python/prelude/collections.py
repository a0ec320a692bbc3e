"""Containers beside list, dict, set and tuple: deque, namedtuple, defaultdict, Counter, OrderedDict, ChainMap and the User* classes."""

from _prelude import caller_frame as _caller_frame, run_text as _run_text

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_SPARE = 16  # free places made in front at a time
_showing = set()  # ids of deques whose repr is under way


class deque:
    __abc_tpflags__ = 1 << 5  # case [...] takes it
    # The items are _items[_head:]. What is taken from the left only moves _head; the free places are given back when
    # they are more than half, so every operation at an end is cheap.
    __class_getitem__ = classmethod(lambda cls, item: _alias(cls, item))

    def __hash__(self):
        name = type(self).__name__
        raise TypeError(f"unhashable type: '{'collections.deque' if type(self) is deque else name}'")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._items, self._head, self._maxlen, self._version = [], 0, None, 0
        return self

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        items = list(iterable)
        if maxlen is not None and len(items) > maxlen:
            del items[:len(items) - maxlen]
        self._items = items
        self._head = 0
        self._maxlen = maxlen
        self._version += 1

    @property
    def maxlen(self):
        return self._maxlen

    @maxlen.setter
    def maxlen(self, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")

    def append(self, item, /):
        self._version += 1
        self._items.append(item)
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self.popleft()

    def appendleft(self, item, /):
        self._version += 1
        if self._head == 0:
            room = _SPARE + len(self._items)
            self._items[:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = item
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self.pop()

    def pop(self):
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return self._items.pop()

    def popleft(self):
        items, head = self._items, self._head
        if len(items) == head:
            raise IndexError("pop from an empty deque")
        self._version += 1
        item = items[head]
        items[head] = None
        head += 1
        if head > 64 and head * 2 > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(self)
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        self._items = []
        self._head = 0
        self._version += 1

    def copy(self):
        return self.__class__(self, self._maxlen) if self._maxlen is not None else self.__class__(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__((), self._maxlen)
        memo[id(self)] = made
        for item in self:
            made.append(deepcopy(item, memo))
        return made

    def rotate(self, n=1, /):
        items = self._items[self._head:]
        if items:
            n %= len(items)
            if n:
                items = items[-n:] + items[:-n]
            self._items = items
            self._head = 0
        self._version += 1

    def reverse(self):
        self._items = self._items[self._head:][::-1]
        self._head = 0
        self._version += 1

    def count(self, value, /):
        return self._items[self._head:].count(value)

    def index(self, value, start=0, stop=None, /):
        length = len(self)
        stop = length if stop is None else stop
        if start < 0:
            start = max(0, start + length)
        if stop < 0:
            stop += length
        for at in range(start, min(stop, length)):
            item = self._items[self._head + at]
            if item is value or item == value:
                return at
        raise ValueError(f"{value!r} is not in deque")

    def insert(self, index, item, /):
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        items = self._items[self._head:]
        items.insert(index, item)
        self._items = items
        self._head = 0
        self._version += 1

    def remove(self, value, /):
        for at in range(self._head, len(self._items)):
            item = self._items[at]
            if item is value or item == value:
                del self._items[at]
                self._version += 1
                return
        raise ValueError(f"{value!r} is not in deque")

    def _place(self, index):
        if isinstance(index, slice) or not hasattr(index, "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        index = index.__index__()
        length = len(self)
        if index < 0:
            index += length
        if index < 0 or index >= length:
            raise IndexError("deque index out of range")
        return self._head + index

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, item):
        self._items[self._place(index)] = item

    def __delitem__(self, index):
        del self._items[self._place(index)]
        self._version += 1

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self._items) > self._head

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __iter__(self):
        return _deque_iterator(self, False)

    def __reversed__(self):
        return _deque_iterator(self, True)

    def __repr__(self):
        if id(self) in _showing:
            return "[...]"
        _showing.add(id(self))
        try:
            text = f"{type(self).__name__}([{', '.join([repr(item) for item in self])}]"
        finally:
            _showing.discard(id(self))
        return text + (")" if self._maxlen is None else f", maxlen={self._maxlen})")

    def _both(self, other):
        return self._items[self._head:], other._items[other._head:]

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine == theirs

    def __ne__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine != theirs

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine < theirs

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine <= theirs

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine > theirs

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        mine, theirs = self._both(other)
        return mine >= theirs

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        return self.__class__(self._items[self._head:] * times, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, times):
        self.__init__(self._items[self._head:] * times, self._maxlen)
        return self


class _deque_iterator:
    __slots__ = ("_deque", "_at", "_version", "_backwards")

    def __init__(self, source, backwards):
        self._deque, self._at, self._version, self._backwards = source, 0, source._version, backwards

    def __iter__(self):
        return self

    def __next__(self):
        source = self._deque
        if source._version != self._version:
            raise RuntimeError("deque mutated during iteration")
        at = self._at
        if at >= len(source._items) - source._head:
            raise StopIteration
        self._at = at + 1
        return source._items[-1 - at] if self._backwards else source._items[source._head + at]

    def __length_hint__(self):
        return len(self._deque) - self._at


def _alias(cls, item):
    from _prelude import generic_alias
    return generic_alias(cls, item)


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    def __reduce__(self):
        return type(self), (self.default_factory,), None, None, iter(self.items())


class OrderedDict(dict):
    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self)) if last else next(iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        value = dict.__getitem__(self, key)
        if last:
            dict.__delitem__(self, key)
            dict.__setitem__(self, key, value)
            return
        others = [pair for pair in dict.items(self) if pair[0] != key]
        for other, _ in others:
            dict.__delitem__(self, other)
        for other, kept in others:
            dict.__setitem__(self, other, kept)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        if id(self) in _showing:
            return "..."
        _showing.add(id(self))
        try:
            return f"{type(self).__name__}({list(self.items())!r})"
        finally:
            _showing.discard(id(self))

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made


def _count_elements(mapping, iterable):
    get = mapping.get
    for item in iterable:
        mapping[item] = get(item, 0) + 1


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        ordered = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return ordered if n is None else ordered[:max(n, 0)]

    def elements(self):
        for item, times in self.items():
            for _ in range(times):
                yield item

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                for item, times in iterable.items():
                    self[item] = times + self.get(item, 0)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, "items"):
                for item, times in iterable.items():
                    self[item] = self.get(item, 0) - times
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, item):
        if item in self:
            dict.__delitem__(self, item)

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f"{type(self).__name__}({shown!r})"

    def _every(self, other, test):
        for key in self:
            if not test(self[key], other[key]):
                return False
        for key in other:
            if not test(self[key], other[key]):
                return False
        return True

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._every(other, lambda a, b: a == b)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._every(other, lambda a, b: a <= b)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._every(other, lambda a, b: a >= b)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _merged(self, other, of_both, of_other):
        made = Counter()
        for item, times in self.items():
            new = of_both(times, other[item])
            if new > 0:
                made[item] = new
        for item, times in other.items():
            if item not in self:
                new = of_other(times)
                if new > 0:
                    made[item] = new
        return made

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._merged(other, lambda a, b: a + b, lambda b: b)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._merged(other, lambda a, b: a - b, lambda b: -b)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._merged(other, lambda a, b: b if a < b else a, lambda b: b)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._merged(other, lambda a, b: a if a < b else b, lambda b: 0)

    def __pos__(self):
        return self._merged(Counter(), lambda a, b: a, lambda b: b)

    def __neg__(self):
        return self._merged(Counter(), lambda a, b: -a, lambda b: b)

    def _only_positive(self):
        for item in [item for item, times in self.items() if not times > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, times in other.items():
            self[item] += times
        return self._only_positive()

    def __isub__(self, other):
        for item, times in other.items():
            self[item] -= times
        return self._only_positive()

    def __ior__(self, other):
        for item, times in other.items():
            if times > self[item]:
                self[item] = times
        return self._only_positive()

    def __iand__(self, other):
        for item, times in self.items():
            if other[item] < times:
                self[item] = other[item]
        return self._only_positive()


class _Mapping:
    """What a mapping has once it has __getitem__, __iter__ and __len__."""
    __abc_tpflags__ = 1 << 6  # case {...} takes it

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def keys(self):
        return dict.fromkeys(self).keys()

    def items(self):
        return {key: self[key] for key in self}.items()

    def values(self):
        return {key: self[key] for key in self}.values()

    def __eq__(self, other):
        if not isinstance(other, (dict, _Mapping)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None
    _missing = object()

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _Mapping._missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        try:
            key = next(iter(self))
        except StopIteration:
            raise KeyError from None
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **kwds):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class ChainMap(_Mapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        seen = {}
        for mapping in reversed(self.maps):
            for key in mapping:
                seen[key] = None
        return iter(seen)

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([repr(mapping) for mapping in self.maps])})"

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        made = dict(other)
        for mapping in reversed(self.maps):
            made.update(mapping)
        return self.__class__(made)


class UserDict(_Mapping):
    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, "__missing__"):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def copy(self):
        made = self.__class__()
        made.data = self.data.copy()
        return made


class UserList:
    __abc_tpflags__ = 1 << 5

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(initlist)

    def __repr__(self): return repr(self.data)
    def __len__(self): return len(self.data)
    def __iter__(self): return iter(self.data)
    def __contains__(self, item): return item in self.data
    def __getitem__(self, i): return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]
    def __setitem__(self, i, item): self.data[i] = item
    def __delitem__(self, i): del self.data[i]
    def __eq__(self, other): return self.data == _plain(other)
    def __lt__(self, other): return self.data < _plain(other)
    def __le__(self, other): return self.data <= _plain(other)
    def __gt__(self, other): return self.data > _plain(other)
    def __ge__(self, other): return self.data >= _plain(other)
    __hash__ = None
    def __add__(self, other): return self.__class__(self.data + list(_plain(other)))
    def __radd__(self, other): return self.__class__(list(_plain(other)) + self.data)
    def __mul__(self, n): return self.__class__(self.data * n)
    __rmul__ = __mul__

    def __iadd__(self, other):
        self.data += list(_plain(other))
        return self

    def append(self, item): self.data.append(item)
    def insert(self, i, item): self.data.insert(i, item)
    def pop(self, i=-1): return self.data.pop(i)
    def remove(self, item): self.data.remove(item)
    def clear(self): self.data.clear()
    def copy(self): return self.__class__(self)
    def count(self, item): return self.data.count(item)
    def index(self, item, *args): return self.data.index(item, *args)
    def reverse(self): self.data.reverse()
    def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
    def extend(self, other): self.data.extend(_plain(other))


def _plain(value):
    return value.data if isinstance(value, (UserList, UserString)) else value


class UserString:
    def __init__(self, seq):
        self.data = str(seq)

    def __str__(self): return self.data
    def __repr__(self): return repr(self.data)
    def __hash__(self): return hash(self.data)
    def __len__(self): return len(self.data)
    def __iter__(self): return iter(self.data)
    def __contains__(self, part): return str(part) in self.data
    def __getitem__(self, i): return self.__class__(self.data[i])
    def __eq__(self, other): return self.data == _plain(other)
    def __lt__(self, other): return self.data < _plain(other)
    def __add__(self, other): return self.__class__(self.data + str(other))
    def __radd__(self, other): return self.__class__(str(other) + self.data)
    def __mul__(self, n): return self.__class__(self.data * n)

    def __getattr__(self, name):
        if name == "data" or name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.data, name)


# --- namedtuple ---

_KEYWORDS = frozenset((
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
    "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "try", "while", "with", "yield"))
_makers = {}  # by the text of the class's functions


def _maker(names):
    """The function that makes __new__ for these fields: compiled, so that a wrong call is refused in CPython's words."""
    listed = ", ".join(names)
    if listed not in _makers:
        made = {}
        values = listed + "," if names else ""
        _run_text(f"def make(_new):\n def __new__(_cls, {listed}):\n  return _new(_cls, ({values}))\n return __new__\n", made)
        _makers[listed] = made["make"]
    return _makers[listed]


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
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
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    names = tuple(names)
    count = len(names)

    __new__ = _maker(names)(tuple.__new__)
    __new__.__qualname__ = f"{typename}.__new__"
    __new__.__doc__ = f"Create new instance of {typename}({', '.join(names)})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    shown = "(" + ", ".join([f"{name}=%r" for name in names]) + ")"

    def __repr__(self):
        return self.__class__.__name__ + shown % tuple(self)

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for function in (_make, _replace, __repr__, _asdict, __getnewargs__):
        function.__qualname__ = f"{typename}.{function.__name__}"
    space = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "_fields": names,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": names,
    }
    for at, name in enumerate(names):
        space[name] = property(_getter(at), _refuse_set, _refuse_delete, f"Alias for field number {at}")
    if module is None:
        frame = _caller_frame()
        module = "__main__" if frame is None else frame[0]
    space["__module__"] = module
    return type(typename, (tuple,), space)


def _getter(at):
    return lambda self: self[at]


def _refuse_set(self, value):
    raise AttributeError("can't set attribute")


def _refuse_delete(self):
    raise AttributeError("can't delete attribute")


