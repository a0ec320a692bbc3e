# Subclasses of list, dict, set, tuple: which methods C code asks for and which it does not.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class L(list):
    def __getitem__(self, i): return ("item", i)
    def __len__(self): return 42
    def __iter__(self): return iter(["iter"])
    def append(self, x): super().append(("appended", x))
    def __contains__(self, x): return x == "magic"
    def __eq__(self, other): return "eq"
    def __repr__(self): return "L!"


l = L([1, 2, 3])
print(l, [l], l[0], l[0:1], len(l), list(l), [*l], tuple(l), sorted(l), "magic" in l, l == 5, l.index(2), l.count(1), l + [4], type(l + [4]).__name__, l * 2, type(l.copy()).__name__, bool(l), list.__len__(l), list.__getitem__(l, 0))
print(list.__repr__(l), max(l), dict(enumerate(l)), str(l), f"{l}", list.__iter__(l).__next__())
l.append(9); print(list.__repr__(l)); l.extend([5]); l += [6]; l[0] = "set"; del l[1]; print(list.__repr__(l)); l.sort(key=str); print(list.__repr__(l))


class D(dict):
    def __getitem__(self, k): return "got " + str(k)
    def __setitem__(self, k, v): super().__setitem__(k, ("set", v))
    def __contains__(self, k): return True
    def __iter__(self): return iter(["it"])
    def keys(self): return ["k1"]
    def __len__(self): return 7
    def get(self, k, d=None): return "get!"


d = D(a=1); d["b"] = 2
print(d["zz"], dict.__getitem__(d, "b"), "q" in d, len(d), list(d), d.get("a"), d.items(), d.values(), d == {"a": 1, "b": ("set", 2)}, repr(d), type(d.copy()).__name__, d.setdefault("n", 5), d.pop("n"), bool(d), sorted(d))
d.update(c=3); d |= {"e": 4}; print(dict.__repr__(d)); print("%(x)s" % d, "{x}".format_map(d))


class Miss(dict):
    def __missing__(self, key): self[key] = v = len(self); return v


m = Miss(); print(m["a"], m["b"], m["a"], m, m.get("zz"), "zz" in m); t(m.pop, "nope")


class T(tuple):
    def __getitem__(self, i): return "t"
    def __iter__(self): return iter("ab")
    def __eq__(self, other): return True
    __hash__ = tuple.__hash__


x = T([1, 2]); print(x, x[0], list(x), len(x), x == 5, x != 5, hash(x) == hash((1, 2)), x + (3,), x.index(2), "%s %s" % x, x < (2,), (1, 2) == x, [x] == [1])
p, q = x; print(p, q)


class St(set):
    def __contains__(self, x): return "maybe"
    def add(self, x): super().add(x * 10)


s = St([1]); s.add(2); print(5 in s, sorted(s), len(s), type(s | {1}).__name__, s == {1, 20}, s <= {1, 20, 3}, sorted(s.union([5])), sorted(frozenset(s)))
