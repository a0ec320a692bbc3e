# tuple, range and slice: methods, errors, comparison, hash, repr.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


p = (1, 2, 1)
t(p.count, 1); t(p.index, 2); t(p.index, 5); t(p.index, 1, 1); t(p.index); t(p.__getitem__, 9); t(p.__getitem__, "x"); t(p.__add__, [1]); t(p.__mul__, "x"); t(p.__lt__, [1]); t(tuple, 5); t(tuple, "ab", 2); t(lambda: p < (1, 3)); t(lambda: () < (0,)); t(lambda: (1,) == (1.0,)); t(lambda: hash((1,)) == hash((1.0,))); t(hash, ([],)); t(lambda: (1, 2)[5:]); t(lambda: (1, (2, 3))[1][0]); t(lambda: p + ()); t(lambda: (0,) * 3); t(lambda: ((),)); t(p.__contains__, 1.0)
def assign(): p[0] = 5
def delete(): del p[0]
t(assign); t(delete)
x = ([],)
try:
    x[0] += [1]
except TypeError as error:
    print(error, x)
for r in (range(5), range(1, 10, 3), range(10, 0, -3), range(0), range(5, 1), range(2**70, 2**70 + 3), range(-3, 3, 2)):
    print(r, list(r), len(r), r[-1:] , r[::-1], r.start, r.stop, r.step, bool(r), 4 in r, 4.0 in r, "x" in r, r.count(4), r == range(0))
r = range(1, 10, 3)
t(r.index, 4); t(r.index, 5); t(r.index, "x"); t(r.__getitem__, 3); t(r.__getitem__, -4); t(r.__getitem__, "x"); t(range); t(range, 1.5); t(range, "x"); t(range, 1, 2, 0); t(range, 1, 2, 3, 4); t(range, None); t(range, stop=5); t(lambda: r + r); t(lambda: r * 2); t(lambda: range(0) == range(5, 5)); t(lambda: range(0, 3, 2) == range(0, 4, 2)); t(lambda: hash(range(0, 3, 2)) == hash(range(0, 4, 2))); t(lambda: r < r); t(lambda: reversed(range(3)).__next__()); t(len, range(2**70)); t(lambda: range(True, 3)); t(lambda: 2**65 in range(2**70))
class Idx:
    def __index__(self): return 3
t(lambda: list(range(Idx()))); t(lambda: [1, 2, 3, 4][Idx()]); t(lambda: "abcd"[:Idx()])
def setr(): r.start = 5
t(setr)
s = slice(1, 10, 2)
t(lambda: s); t(lambda: slice(5)); t(lambda: (s.start, s.stop, s.step)); t(s.indices, 5); t(slice(None, None, -1).indices, 5); t(slice(-3, None).indices, 5); t(slice(10, 20).indices, 5); t(s.indices, -1); t(s.indices, "x"); t(slice(None, None, 0).indices, 5); t(slice("a", 2).indices, 5); t(hash, s); t(lambda: s == slice(1, 10, 2)); t(lambda: slice(1) < slice(2)); t(slice); t(slice, 1, 2, 3, 4); t(lambda: slice([], {}))
class Shows:
    def __getitem__(self, key): return key
o = Shows()
print(o[1:2], o[::], o[1:2, 3], o[...], o[()], o[1,], o[:, None], o["a":"b":"c"], o[-1], o[lambda: 1] is None)
