"""Heaps in lists. The basic operations are C++ (modules/heapq_module.cpp)."""

from _heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

_nothing = object()


def merge(*iterables, key=None, reverse=False):
    h = []
    append = h.append
    if reverse:
        heapify_, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    else:
        heapify_, pop, replace, direction = heapify, heappop, heapreplace, 1
    for order, it in enumerate(map(iter, iterables)):
        try:
            step = it.__next__
            value = step()
            append([value, order * direction, step] if key is None else [key(value), order * direction, value, step])
        except StopIteration:
            pass
    heapify_(h)
    while len(h) > 1:
        try:
            while True:
                entry = h[0]
                if key is None:
                    yield entry[0]
                    entry[0] = entry[2]()
                else:
                    yield entry[2]
                    value = entry[3]()
                    entry[0], entry[2] = key(value), value
                replace(h, entry)
        except StopIteration:
            pop(h)
    if h:
        entry = h[0]
        yield entry[0] if key is None else entry[2]
        yield from entry[-1].__self__


def _best(n, iterable, key, one, reverse, direction, better, replace, heapify_):
    if n == 1:
        result = one(iterable, default=_nothing) if key is None else one(iterable, default=_nothing, key=key)
        return [] if result is _nothing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=reverse)[:n]
    it = iter(iterable)
    # The best n so far, the worst of them on top; the order they came in decides between equals.
    if key is None:
        result = [(elem, i * direction) for i, elem in zip(range(n), it)]
    else:
        result = [(key(elem), i * direction, elem) for i, elem in zip(range(n), it)]
    if not result:
        return result
    heapify_(result)
    top = result[0][0]
    order = n * direction
    for elem in it:
        k = elem if key is None else key(elem)
        if better(k, top):
            replace(result, (k, order) if key is None else (k, order, elem))
            top = result[0][0]
            order += direction
    result.sort(reverse=reverse)
    return [entry[0 if key is None else 2] for entry in result]


def nsmallest(n, iterable, key=None):
    return _best(n, iterable, key, min, False, 1, lambda a, b: a < b, _heapreplace_max, _heapify_max)


def nlargest(n, iterable, key=None):
    return _best(n, iterable, key, max, True, -1, lambda a, b: b < a, heapreplace, heapify)
