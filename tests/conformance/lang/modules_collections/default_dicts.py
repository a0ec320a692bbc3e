"""defaultdict: the factory is called for a missing key only, may be changed, and is kept by copies and unions."""
from collections import defaultdict
import copy


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


d = defaultdict(list, a=[1])
d["b"].append(2)
print(d, d.get("nope"), "nope" in d, d.setdefault("q", 5), d == {"a": [1], "b": [2], "q": 5})
for bad in (lambda: defaultdict(5), lambda: defaultdict()["x"], lambda: defaultdict(int, 5), lambda: d | [1], lambda: hash(d),
            lambda: setattr(d, "label", 1), lambda: defaultdict(int, {}, {}), lambda: defaultdict(lambda: 1 / 0)["x"]):
    attempt(bad)
print(d.copy(), copy.copy(d), d | {"a": 0}, {"z": 1} | d)
deep = copy.deepcopy(d)
deep["a"].append(9)
print(d["a"], deep["a"], deep["new"])
d.default_factory = None
attempt(lambda: d["missing"])
d.default_factory = lambda: "made"
print(d["made"], d.default_factory())
tree = defaultdict(lambda: defaultdict(int))
tree["x"]["y"] += 1
tree["x"]["z"] += 2
print({key: dict(value) for key, value in tree.items()})
print(defaultdict(default_factory=int))


class Doubling(defaultdict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


x = Doubling()
x.note = "kept"
print(x["ab"], x, x.note, type(x.copy()).__name__)
loop = defaultdict(list)
loop["self"] = loop
print(loop)
match defaultdict(int, a=1):
    case {"a": value}:
        print("matched", value)
