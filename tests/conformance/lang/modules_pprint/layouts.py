# pprint: how each type is laid out when it does not fit, under several widths and options.
import pprint
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace


@dataclass
class Part:
    name: str
    tags: list
    hidden: int = field(default=1, repr=False)
    other: object = None


@dataclass
class Own:
    x: int

    def __repr__(self):
        return "Own!" * 30


Point = namedtuple("Point", "x y")
values = [
    {"name": "Widget", "tags": ["a" * 10, "b" * 20], "nested": {f"k{i}": list(range(i)) for i in range(6)}, 3: (1, 2), None: {1, 2}},
    "word " * 20, ["word " * 20, "short"], "line\nline two is here\n" * 3, b"\x00abc" * 20, bytearray(b"q" * 50), tuple(range(30)), ("x" * 50,),
    set(range(30)), frozenset(range(30)), OrderedDict((i, "v" * 10) for i in range(6)), defaultdict(list, {i: [i] * 5 for i in range(5)}),
    Counter("abracadabra"), ChainMap({"a" * 20: 1}, {"b" * 40: 2}), deque(range(20)), deque(range(20), maxlen=50), UserDict({"k" * 10: "v" * 50}),
    UserList(["u" * 20] * 3), MappingProxyType({f"k{i}": i * 1000 for i in range(8)}), SimpleNamespace(a="x" * 40, b=["y" * 30], c=1),
    Part("n" * 20, ["t" * 20, "u" * 30], other=Part("in", [1] * 20)), [Own(1)], Point("x" * 30, "y" * 30), {(1, "a"): 1, "b": 2, 2.5: 3},
    {1: {2: {3: {4: [5, [6]]}}}}, [OrderedDict(), defaultdict(int), Counter(), deque(), ChainMap()], 10 ** 30, "nospace" * 15,
]
for value in values:
    for kwargs in ({"width": 60}, {"width": 25, "indent": 4}, {"width": 40, "compact": True}, {"depth": 2, "width": 30}, {"underscore_numbers": True}):
        print(kwargs)
        pprint.pprint(value, **kwargs)
