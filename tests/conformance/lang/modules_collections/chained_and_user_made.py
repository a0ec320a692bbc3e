# collections: ChainMap, UserDict, UserList, UserString and namedtuple with defaults and wrong names.
from collections import ChainMap, UserDict, UserList, UserString, namedtuple


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


c = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(c, c["a"], c["b"], len(c), list(c), c.parents, c.new_child({"z": 0}), c.new_child(q=1), c.maps, dict(c), "b" in c, c.get("x"), c | {"n": 1}, {"n": 1} | c); c["q"] = 5; print(c.maps[0]); t(lambda: c.__delitem__("b")); t(lambda: c["nope"]); print(c.pop("a"), c); t(c.pop, "zz"); t(c.popitem); t(ChainMap().popitem); print(c.copy(), bool(ChainMap()), ChainMap.fromkeys("ab", 1), c == {"a": 2, "b": 3}); c |= {"w": 1}; print(c)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __missing__(self, k): return "miss " + k
u = UD(a=1); u.update(b=2); u["c"] = 3; print(u, u.data, "A" in u, u["zz"], len(u), u.get("A"), u.pop("A"), u.copy(), type(u.copy()), u | {"x": 1}, u.setdefault("k", 9), list(u.items()))
class UL(UserList): pass
ul = UL([3, 1, 2]); ul.append(5); ul.sort(); print(ul, ul[1:], type(ul[1:]), ul + [1], [0] + ul, ul * 2, ul.index(2), ul.count(1), ul == [1, 2, 3, 5], ul < [2], ul.copy(), max(ul), ul.data, 5 in ul); ul.extend(UL([7])); ul.insert(0, 9); ul.reverse(); del ul[0]; print(ul.pop(), ul, repr(ul))
us = UserString("hello"); print(us, repr(us), us.upper(), type(us.upper()), us + "x", "x" + us, us * 2, us[1:3], us == "hello", us.find("l"), len(us), "ell" in us, us.split("l"), us.format(), us % (), hash(us) == hash("hello"), us.join(["a", "b"]), int(UserString("5")), us.encode(), us.replace("l", "L"), us.isalpha(), us < "z", us.count("l"), us.title().data)
P = namedtuple("P", "x y z", defaults=[1, 2]); print(P(5), P._field_defaults, P(1, 2)._replace(z=9), P._make([1, 2, 3]), P(1)._asdict(), P.__doc__, P.x.__doc__, P(1) == (1, 1, 2), P(1) < P(2), P.__match_args__, P.__name__, P.__module__, hash(P(1)) == hash((1, 1, 2)), P.__slots__, P.__new__.__defaults__ if 0 else 1); t(namedtuple, "A", "x x"); t(namedtuple, "A", "_x"); t(namedtuple, "A", "class"); t(namedtuple, "1A", "x"); print(namedtuple("A", "x _y class x", rename=True)._fields, namedtuple("A", ["a"], module="mm").__module__); t(P); t(P, 1, 2, 3, 4); t(P(1)._replace, q=1); t(P._make, [1]); t(namedtuple, "A", "a b", defaults=[1, 2, 3])
