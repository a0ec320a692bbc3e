# What random programs found: each was another answer here once.
import bisect
import collections
import itertools
import re
import statistics
import textwrap


def tried(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


class Number(int):
    def __len__(self):
        return 0


class Silent(int):
    def __add__(self, other):
        return NotImplemented


class Bad:
    def __repr__(self):
        return 5


class Empty:
    pass


values = bytearray(b"abc")
numbers = [1, 2, 3, 4]
tried(lambda: bool(Number(3)))
tried(lambda: Silent(1) + 2)
tried(lambda: list(itertools.islice(itertools.count(True, 3), 3)))
tried(lambda: list(itertools.islice(itertools.count(True), 3)))
tried(lambda: collections.Counter("ab") | {"c": 1})
tried(lambda: collections.Counter("ab") & {"c": 1})
tried(lambda: collections.abc.Iterable)
tried(lambda: re.sub("a", "b", "aaa", -1))
tried(lambda: re.sub("a", [], "aaa"))
tried(lambda: statistics.mode([]))
tried(lambda: statistics.fmean(3))
tried(lambda: __import__("json").loads("[1, x]"))
tried(lambda: textwrap.shorten(True, 8))
tried(lambda: textwrap.indent(b"a", "> "))
tried(lambda: bisect.bisect({1}, 1))
tried(lambda: bisect.bisect({}, 1))
tried(lambda: bisect.insort(set(), 1))
tried(lambda: [*Empty()])
tried(lambda: bytes([2**70]))
tried(lambda: bytes("a", encoding={}))
tried(lambda: str(Bad()))
tried(lambda: repr(Bad()))
tried(lambda: '" pad "' % collections.deque([1]))
tried(lambda: numbers.__setitem__(slice(None, None, 2), 5))
tried(lambda: numbers.__setitem__(slice(1, 2), 5))
tried(lambda: values.__iadd__(values))
tried(lambda: int.__repr__(True))
tried(lambda: {1, 2}.issuperset([3, {}]))
tried(lambda: {1, 2}.issuperset([1, {}]))
tried(lambda: {1, 2}.issuperset(iter([1, 2])))
tried(lambda: {1, 2}.isdisjoint([1, {}]))
frozen = {frozenset([5, -1, 5, 0]), frozenset(range(3))}
print(frozen.difference([5, -1, 0], {True, 1.0}), frozen - {1})
many = Empty()
for n in range(300):
    setattr(many, f"x{n}", n)
print(len(vars(many)), many.x0, many.x299, list(vars(many))[127:130])
del many.x128
print(hasattr(many, "x128"), many.x129)
