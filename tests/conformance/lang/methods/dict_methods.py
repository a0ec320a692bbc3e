# dict: every method, its errors, order, views, and change while iterating.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


d = {"a": 1, "b": 2}
t(d.get); t(d.get, "z"); t(d.get, "z", 5); t(d.get, []); t(d.get, "a", default=1); t(d.pop, "z"); t(d.pop, "z", None); t(d.pop); t(d.pop, "a", 1, 2); t(d.setdefault, "c"); t(d.setdefault, "c", 9); t(d.setdefault, []); t({}.popitem); t(d.popitem); t(d.update, 5); t(d.update, [1]); t(d.update, [(1, 2, 3)]); t(d.update, ["ab", "cd"]); t(d.update, {"q": 1}, {"r": 2}); t(d.update, x=1, y=2); t(lambda: d); t(d.copy, 1); t(d.clear); t(dict.fromkeys, "ab"); t(dict.fromkeys, "ab", []); t(dict.fromkeys, 5); t(dict.fromkeys); t(dict, 5); t(dict, [(1, 2)], a=3); t(dict, {"a": 1}, {"b": 2}); t(dict, [[1, 2], "ab"]); t(dict, ["abc"]); t(dict, None)
d = {1: "int", True: "bool", 1.0: "float", 2: "two"}
print(d, d[1], len(d), {0: 1, -0.0: 2, False: 3})
t(d.__getitem__, "missing"); t(d.__getitem__, {}); t(d.__setitem__, [], 1); t(d.__delitem__, "missing"); t(d.__contains__, []); t(lambda: d | {3: 4}); t(lambda: d | 5); t(d.__ior__, [(9, 9)]); t(d.__ior__, 5); t(lambda: d < d); t(lambda: d == {1: "float", 2: "two", 9: 9}); t(hash, d); t(lambda: {**d, 1: "new"}); t(lambda: list(reversed(d))); t(lambda: list(reversed(d.items())))
d = dict(x=1, y=2, z=3)
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "x" in k, 2 in v, ("x", 1) in i, ("x", 2) in i, "x" in i)
print(sorted(k & {"x", "q"}), sorted(k | {"q"}), sorted(k - {"x"}), sorted(k ^ {"x", "q"}), k == {"x", "y", "z"}, k >= {"x"}, i == {("x", 1)}, k.isdisjoint("ab"), v == v, v == d.values(), k.mapping)
d["w"] = 0; del d["x"]; d["x"] = 5
print(k, list(v), i)
t(lambda: k[0]); t(lambda: k.append); t(hash, k); t(lambda: k + k); t(lambda: v & v)
def grow():
    for key in d: d[key + "!"] = 1
def shrink():
    for key in d: del d[key]
def same_size():
    for key in list(d): d[key] = key
    for key in d: d[key] = 0
t(grow); t(shrink); t(same_size)
d = {1: 1, 2: 2}
it = iter(d); next(it); d[3] = 3
t(next, it); t(next, it); d2 = {}; it = iter(d2); d2[1] = 1; t(next, it)
d = {}; d["self"] = d; print(d, d == d, repr([d])); print({1: {2: {3: {}}}}, dict(a=dict(b=1)), {(): 1, None: 2, ...: 3})
class Key:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, other): return self.h == other.h
    def __repr__(self): return f"K{self.h}"
d = {Key(1): "a"}; d[Key(1)] = "b"; d[Key(2)] = "c"; print(d, d[Key(2)], Key(1) in d, Key(3) in d)
class BadHash:
    def __hash__(self): return "x"
class RaisingEq:
    def __hash__(self): return 1
    def __eq__(self, other): raise ValueError("eq")
class Unhash: __hash__ = None
t(lambda: {BadHash(): 1}); t(lambda: {RaisingEq(): 1, 1: 2}); t(lambda: {Unhash(): 1}); t(lambda: {RaisingEq(): 1}[1])
class D(dict):
    def __missing__(self, key): return ("missing", key)
e = D(a=1); print(e["a"], e["b"], e.get("b"), "b" in e, e, type(e.copy()).__name__, D.fromkeys("a"), e | {"z": 1})
