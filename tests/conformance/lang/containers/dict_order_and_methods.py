# Keys keep the order of their first insertion; one deleted and set again goes last.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d)
del d["a"]
d["a"] = 5
print(d, list(d), list(d.values()), list(d.items()))
print(d.get("x"), d.get("x", 0), d.pop("c"), d.pop("c", "gone"), d.setdefault("n", []), d.setdefault("b", 7))
d.update({"z": 1}, b=2)
d.update([("q", 9)])
print(d, d.popitem(), len(d), "z" in d, 1 in d.values())
print(d.keys(), d.values(), d.items())
print({1: "a", True: "b", 1.0: "c"}, {**{"x": 1}, "y": 2}, dict(a=1, b=2), dict([("k", "v")]))
print({"x": 1} | {"x": 2, "y": 3}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, dict.fromkeys("ab", 0))
for key, value in sorted(d.items()):
    print(key, value, end="; ")
print(list(reversed(d)), {k: v for v, k in enumerate("xyx")}, max(d, key=str))
print({"a": {"b": [1, (2,)]}}, {}, {None: None}, d.keys() & {"b", "zz"})
