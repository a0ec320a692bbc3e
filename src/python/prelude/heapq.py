"""A heap in a list: the smallest item is first, and no child is smaller than its parent."""


def _up(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _down(heap, at):
    # The hole goes to a leaf by the smaller children, then the item goes up from there: fewer comparisons, and the
    # arrangement that CPython's has.
    end, start = len(heap), at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _up(heap, start, at)


def heappush(heap, item, /):
    heap.append(item)
    _up(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if heap:
        first = heap[0]
        heap[0] = last
        _down(heap, 0)
        return first
    return last


def heapreplace(heap, item, /):
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _down(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(heap, /):
    for at in range(len(heap) // 2 - 1, -1, -1):
        _down(heap, at)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    heads = []
    for order, iterable in enumerate(iterables):
        it = iter(iterable)
        for item in it:
            heads.append((item if key is None else key(item), order, item, it))
            break
    while heads:
        best = 0
        for at in range(1, len(heads)):
            if (heads[best][0] < heads[at][0]) if reverse else (heads[at][0] < heads[best][0]):
                best = at
        _, order, item, it = heads[best]
        yield item
        for item in it:
            heads[best] = (item if key is None else key(item), order, item, it)
            break
        else:
            del heads[best]
