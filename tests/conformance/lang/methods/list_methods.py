# list: every method, its errors, and what happens when it changes under an iteration or a comparison.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


l = [3, 1, 2]
t(l.append); t(l.append, 1, 2); t(l.extend, 5); t(l.insert, "x", 1); t(l.insert, 100, 9); t(l.insert, -100, 8); t(l.pop, 99); t(l.pop, "x"); t([].pop); t(l.pop, -1); t(l.remove, 99); t(l.index, 99); t(l.index, 1, 2); t(l.index, 1, -3, 99); t(l.index, 1, None); t(l.count, 1.0); t(l.count, "x"); t(l.sort, 5); t(l.sort, reverse="x"); t(l.sort, key=5); t([1, "a"].sort); t(l.reverse); t(l.copy, 1); t(l.clear); t(lambda: l)
l = [0, 1, 2, 3, 4, 5]
l[1:3] = "ab"; l[::2] = [9, 9, 9]; l[2:2] = [7]; l[-1:] = []; l[10:] = [4]; del l[::3]
print(l)
t(l.__setitem__, slice(0, 4, 2), [1]); t(l.__setitem__, 99, 1); t(l.__setitem__, "x", 1); t(l.__setitem__, 1.5, 1); t(l.__getitem__, 99); t(l.__getitem__, None); t(l.__getitem__, (1, 2)); t(l.__delitem__, 99); t(l.__delitem__, "x"); t(l.__getitem__, slice(0, 2, 0)); t(l.__getitem__, slice("a", None)); t(l.__add__, (1,)); t(l.__mul__, 1.5); t(l.__mul__, -1); t(l.__iadd__, 5); t(l.__imul__, "x"); t(l.__eq__, (1,)); t(l.__lt__, 5); t(l.__contains__, 9); t(l.__reversed__().__next__); t(list, 5); t(list, "ab", 1); t(list, iterable="x"); t(hash, l); t(l.__class_getitem__, int); t(l.__len__)
l = [1, 2, 3, 4]
for x in l:
    if x % 2: l.remove(x)
print(l)
l = [1]
for x in l:
    if len(l) < 5: l.append(x + 1)
print(l)
it = iter(l); next(it); l.clear(); print(list(it)); l.append(1); print(list(it))
class Eq:
    def __init__(self, victim): self.victim = victim
    def __eq__(self, other): self.victim.clear(); return False
l = []; l.extend([Eq(l), 2, 3])
t(l.index, 2); l.extend([Eq(l), 2, 3]); t(l.remove, 2); l.extend([Eq(l), 5]); t(l.count, 5); l.extend([Eq(l), 5]); t(lambda: 5 in l); t(lambda: l)
def changing(x): l.append(x); return x
l = [3, 2, 1]
t(l.sort, key=changing); print(l)
def failing(x):
    if x == 2: raise KeyError("in key")
    return x
l = [3, 2, 1]; t(l.sort, key=failing); print(l)
l = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
l.sort(key=lambda p: p[0]); print(l); l.sort(key=lambda p: p[0], reverse=True); print(l); print(sorted(l), sorted("bca", reverse=True), sorted({2: 1, 1: 2}))
l = [1, 2]; l.append(l); print(l, l == l, repr(l)); l[2] = (l,); print(l)
a, b = [1, [2]], [1, [2]]
print(a == b, a < [1, [3]], [1, 2] < [1, 2, 0], [] < [0], [[]] > [], a is b, [nan := float("nan")] == [nan], [1, 2] >= [1, 1.5])
x = [0] * 3; x[0] += 1; y = [[]] * 2; y[0].append(1); print(x, y, [1, 2] * 2, 2 * [0], [] * 5, [1] + [2])
