# set and frozenset: every method and operator, errors, hashing, mutation while iterating.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


s = {1, 2, 3}
t(s.add); t(s.add, []); t(s.remove, 9); t(s.remove, []); t(s.discard, 9); t(s.discard, []); t(set().pop); t(s.update, 5); t(s.update, [1], (4,)); t(s.union, 5); t(s.union, [5], {6}); t(s.intersection, [1, 2], {2}); t(s.intersection); t(s.difference, [1], [2]); t(s.symmetric_difference, [1, 9]); t(s.symmetric_difference, [1], [2]); t(s.issubset, range(10)); t(s.issuperset, []); t(s.isdisjoint, [9]); t(s.isdisjoint, 5); t(s.copy, 1); t(s.difference_update, [4]); t(s.intersection_update, [1, 2, 3]); t(s.symmetric_difference_update, [3, 4]); t(lambda: sorted(s)); t(s.clear)
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a < b, a <= {1, 2, 3}, a > {1}, a == frozenset(a), a != b, {1} < {1, 2}, set() <= set(), 1.0 in a, True in a)
for op in ("__or__", "__and__", "__sub__", "__xor__", "__lt__", "__eq__", "__ior__", "__contains__"):
    t(getattr({1}, op), [1])
t(lambda: a | [1]); t(lambda: a < [1]); t(lambda: a + b); t(hash, a); t(lambda: hash(frozenset([1, 2])) == hash(frozenset([2, 1]))); t(lambda: {frozenset([1]): 1}[frozenset([1])]); t(lambda: {1} in {frozenset([1])}); t(lambda: {frozenset([1]), 5}.discard({1})); t(set, 5); t(set, [[]]); t(set, [1], [2]); t(frozenset, 5); t(frozenset().add if hasattr(frozenset(), "add") else lambda: "no add"); t(lambda: frozenset([1]) | {2}); t(lambda: type({1} | frozenset([2])).__name__); t(lambda: type(frozenset([2]) | {1}).__name__); t(lambda: set()); t(lambda: {()}); t(lambda: frozenset()); t(lambda: frozenset({1}))
def grow():
    for x in a: a.add(x + 10)
def shrink():
    for x in a: a.discard(x)
t(grow); t(shrink)
class S(set):
    pass
x = S([1]); x.tag = 1; print(x, type(x | {2}).__name__, type(x.copy()).__name__, x == {1}, isinstance(x, set), S() == set())
c = {1}; c |= {2}; c &= {2, 3}; c -= {3}; c ^= {5}; print(sorted(c), len(c), bool(set()), bool({0}))
f = frozenset("ab"); g = f; f |= {"c"}; print(len(f), len(g), sorted(f), f > g, g.union(f) == f, f.intersection("ax"), frozenset(g) is g)
for bad in ([[]], [{}], [{1}], 5, None):
    t(lambda: {1}.union(bad)); t(lambda: {1}.issubset(bad)); t(lambda: bad in {1})
