"""OrderedDict: an order that can be changed from both ends, counts in comparisons, and must not change under a walk."""
from collections import OrderedDict


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, list(reversed(o)), o.keys(), list(reversed(o.items())))
o.move_to_end("c", last=False)
print(o, o.popitem(), o.popitem(last=False), o)
for bad in (lambda: o.move_to_end("zz"), lambda: OrderedDict().popitem(), lambda: o.pop("zz"), lambda: o | 5, lambda: o < o,
            lambda: OrderedDict(5), lambda: OrderedDict([(1, 2, 3)]), lambda: OrderedDict([(1,)])):
    attempt(bad)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), dict(b=2, a=1) == OrderedDict(a=1, b=2))
print(OrderedDict(a=1) | {"z": 0}, {"z": 0} | OrderedDict(a=1), OrderedDict.fromkeys("ab", 0))


def walk_and(change):
    p = OrderedDict(a=1, b=2, c=3)
    for key in p:
        change(p, key)
    return p


attempt(walk_and, lambda p, key: p.update({key: 9}))
attempt(walk_and, lambda p, key: p.update({key + "x": 9}))
attempt(walk_and, lambda p, key: p.pop(key))
attempt(walk_and, lambda p, key: p.move_to_end(key))


class Cache(OrderedDict):
    """The least recently used goes first."""

    def __init__(self, size, *args):
        self.size = size
        super().__init__(*args)

    def __getitem__(self, key):
        value = super().__getitem__(key)
        self.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.size:
            del self[next(iter(self))]


c = Cache(2, [("a", 1), ("b", 2)])
c["c"] = 3
c["b"]
c["d"] = 4
print(c, c.size)
queue = OrderedDict.fromkeys(range(20))
for i in range(12):
    queue.popitem(last=False)
for i in (15, 19, 12):
    queue.move_to_end(i, last=False)
for i in range(100, 150):
    queue[i] = i
    queue.popitem(last=False)
queue.move_to_end(149, last=False)
print(list(queue), queue[149], 148 in queue, 15 in queue)
loop = OrderedDict()
loop["self"] = loop
print(loop)
