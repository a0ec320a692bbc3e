"""defaultdict, OrderedDict and ChainMap."""
from collections import ChainMap, OrderedDict, UserDict, defaultdict

groups = defaultdict(list)
for word in "apple avocado bean cherry blueberry".split():
    groups[word[0]].append(word)
print(groups, dict(groups), groups.get("q"), "q" in groups, groups["q"], len(groups))
print(groups.default_factory, defaultdict(int, a=1), defaultdict(None, {1: 2}), defaultdict(lambda: 7)["x"])
tree = defaultdict(lambda: defaultdict(int))
tree["a"]["b"] += 2
print(tree["a"], groups.copy().default_factory)
for call in (lambda: defaultdict(3), lambda: defaultdict()["a"], lambda: OrderedDict().popitem(), lambda: ChainMap()["k"],
             lambda: OrderedDict(a=1).move_to_end("z"), lambda: ChainMap({}, {"a": 1}).pop("a")):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
o = OrderedDict([("one", 1), ("two", 2), ("three", 3)])
o.move_to_end("one")
print(o, o.popitem(last=False), o.popitem(), o, OrderedDict())
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict.fromkeys("ab", 0))
o.move_to_end("three", last=False)
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain, chain["a"], chain["b"], list(chain), len(chain), dict(chain), chain.maps, chain.parents)
child = chain.new_child({"c": 9})
child["a"] = "new"
print(child, child.get("zz", "none"), sorted(child.items(), key=str), "b" in child)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


low = Lower({"ABC": 1}, Def=2)
low["GHI"] = 3
print(low, low["abc"], len(low), "def" in low, list(low), low.pop("ghi"), low)
