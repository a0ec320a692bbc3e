"""Iterators made of iterators."""

_missing = object()


class count:
    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") or isinstance(start, str):
            raise TypeError("a number is required")
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        return f"count({self._next!r})" if self._step == 1 and isinstance(self._step, int) else f"count({self._next!r}, {self._step!r})"


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left <= 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __repr__(self):
        return f"repeat({self._object!r})" if self._left is None else f"repeat({self._object!r}, {self._left})"

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left


class _Generated:
    # A class of CPython's that has nothing but its items: a generator does the work.
    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class cycle(_Generated):
    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        saved = []
        for item in it:
            saved.append(item)
            yield item
        while saved:
            for item in saved:
                yield item


def _chained(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


class chain(_Generated):
    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables, /):
        made = cls()
        made._items = _chained(iter(iterables))
        return made


class islice(_Generated):
    def __init__(self, iterable, /, *args):
        if not args:
            raise TypeError("islice expected at least 2 arguments, got 1")
        if len(args) > 3:
            raise TypeError(f"islice expected at most 4 arguments, got {len(args) + 1}")
        part = slice(*args)
        start, stop, step = part.start, part.stop, part.step
        if stop is not None and (not hasattr(stop, "__index__") or stop < 0):
            raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if start is not None and (not hasattr(start, "__index__") or start < 0):
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        if step is not None and (not hasattr(step, "__index__") or step < 1):
            raise ValueError("Step for islice() must be a positive integer or None.")
        self._items = self._run(iter(iterable), start or 0, stop, step or 1)

    @staticmethod
    def _run(it, start, stop, step):
        at = 0
        wanted = start
        if stop is not None and stop < start:
            wanted = stop
        while stop is None or wanted < stop:
            while at < wanted:
                try:
                    next(it)
                except StopIteration:
                    return
                at += 1
            try:
                item = next(it)
            except StopIteration:
                return
            at += 1
            wanted += step
            yield item
        while stop is not None and at < stop:
            try:
                next(it)
            except StopIteration:
                return
            at += 1


class zip_longest(_Generated):
    def __init__(self, *iterables, fillvalue=None):
        self._items = self._run([iter(iterable) for iterable in iterables], fillvalue)

    @staticmethod
    def _run(its, fill):
        left = len(its)
        if not left:
            return
        while True:
            row = []
            for at in range(len(its)):
                it = its[at]
                if it is None:
                    row.append(fill)
                    continue
                try:
                    row.append(next(it))
                except StopIteration:
                    left -= 1
                    if not left:
                        return
                    its[at] = None
                    row.append(fill)
            yield tuple(row)


class product(_Generated):
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._items = self._run([tuple(iterable) for iterable in iterables] * repeat)

    @staticmethod
    def _run(pools):
        if not pools:
            yield ()
            return
        for pool in pools:
            if not pool:
                return
        *outer, last = pools
        at = [0] * len(outer)
        while True:
            head = tuple([pool[i] for pool, i in zip(outer, at)])
            for item in last:
                yield head + (item,)
            place = len(outer) - 1
            while place >= 0:
                at[place] += 1
                if at[place] < len(outer[place]):
                    break
                at[place] = 0
                place -= 1
            if place < 0:
                return


def _size(r, negative="r must be non-negative"):
    if not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r < 0:
        raise ValueError(negative)


class permutations(_Generated):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None:
            _size(r)
        self._items = self._run(pool, len(pool) if r is None else r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        order = list(range(n))
        left = list(range(n, n - r, -1))
        yield tuple(pool[:r])
        while n:
            for i in range(r - 1, -1, -1):
                left[i] -= 1
                if left[i] == 0:
                    order[i:] = order[i + 1:] + order[i:i + 1]
                    left[i] = n - i
                else:
                    j = -left[i]
                    order[i], order[j] = order[j], order[i]
                    yield tuple([pool[k] for k in order[:r]])
                    break
            else:
                return


class combinations(_Generated):
    def __init__(self, iterable, r=_missing):
        if r is _missing:
            raise TypeError(f"{type(self).__name__}() missing required argument 'r' (pos 2)")
        pool = tuple(iterable)
        _size(r)
        self._items = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if r > n:
            return
        at = list(range(r))
        yield pool[:r]
        while True:
            i = r - 1
            while i >= 0 and at[i] == i + n - r:
                i -= 1
            if i < 0:
                return
            first = at[i] + 1
            at[i:] = range(first, first + r - i)
            yield tuple([pool[k] for k in at])


class combinations_with_replacement(_Generated):
    def __init__(self, iterable, r=_missing):
        if r is _missing:
            raise TypeError(f"{type(self).__name__}() missing required argument 'r' (pos 2)")
        pool = tuple(iterable)
        _size(r)
        self._items = self._run(pool, r)

    @staticmethod
    def _run(pool, r):
        n = len(pool)
        if not n and r:
            return
        at = [0] * r
        yield tuple([pool[k] for k in at])
        while True:
            i = r - 1
            while i >= 0 and at[i] == n - 1:
                i -= 1
            if i < 0:
                return
            at[i:] = [at[i] + 1] * (r - i)
            yield tuple([pool[k] for k in at])


class groupby:
    def __init__(self, iterable, key=None):
        self._it, self._key = iter(iterable), key
        self._group = None
        self._have = False
        self._current = self._value = None
        self._target = _missing

    def __iter__(self):
        return self

    def _advance(self):
        self._value = next(self._it)
        self._current = self._value if self._key is None else self._key(self._value)
        self._have = True

    def __next__(self):
        self._group = mark = object()
        while not self._have or (self._target is not _missing and self._current == self._target):
            self._advance()
        self._target = self._current
        return self._current, _grouper(self, self._target, mark)


class _grouper:
    def __init__(self, parent, target, mark):
        self._parent, self._target, self._mark = parent, target, mark

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self._mark:
            raise StopIteration
        if not parent._have:
            parent._advance()
        if not parent._current == self._target:
            raise StopIteration
        parent._have = False
        return parent._value

    def __repr__(self):
        return f"<itertools._grouper object at 0x{id(self):012x}>"


class accumulate(_Generated):
    def __init__(self, iterable, func=None, *, initial=None):
        self._items = self._run(iter(iterable), func, initial)

    @staticmethod
    def _run(it, func, initial):
        if initial is None:
            for total in it:
                break
            else:
                return
        else:
            total = initial
        yield total
        for item in it:
            total = total + item if func is None else func(total, item)
            yield total


class takewhile(_Generated):
    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for item in it:
            if not predicate(item):
                return
            yield item


class dropwhile(_Generated):
    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    @staticmethod
    def _run(predicate, it):
        for item in it:
            if not predicate(item):
                yield item
                break
        for item in it:
            yield item


class filterfalse(_Generated):
    def __init__(self, function, iterable, /):
        self._items = self._run(function, iter(iterable))

    @staticmethod
    def _run(function, it):
        for item in it:
            if not (item if function is None else function(item)):
                yield item


class starmap(_Generated):
    def __init__(self, function, iterable, /):
        self._items = self._run(function, iter(iterable))

    @staticmethod
    def _run(function, it):
        for args in it:
            yield function(*args)


class compress(_Generated):
    def __init__(self, data, selectors):
        self._items = self._run(iter(data), iter(selectors))

    @staticmethod
    def _run(data, selectors):
        for item, wanted in zip(data, selectors):
            if wanted:
                yield item


class pairwise(_Generated):
    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    @staticmethod
    def _run(it):
        last = _missing
        for item in it:
            if last is not _missing:
                yield last, item
            last = item


class _tee:
    # Each link is [item, the next link]; the last one is empty until somebody asks for it.
    def __init__(self, it, link):
        self._it, self._link = it, link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            link.append(next(self._it))
            link.append([])
        item, self._link = link
        return item

    def __copy__(self):
        return _tee(self._it, self._link)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    if isinstance(iterable, _tee):
        it, link = iterable._it, iterable._link
    else:
        it, link = iter(iterable), []
    return tuple([_tee(it, link) for _ in range(n)])
