# __iter__, __next__, __getitem__, __reversed__, __contains__, __length_hint__ and their failures.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Old:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError(i)
        return i * 10


print(list(Old(3)), 20 in Old(3), 25 in Old(3), tuple(Old(2)), sorted(Old(3), reverse=True), [*Old(2)], dict(enumerate(Old(2))), max(Old(4)))
a, *b = Old(3)
print(a, b)
t(reversed, Old(3)); t(len, Old(3))


class Both(Old):
    def __len__(self): return self.n


print(list(reversed(Both(3))))


class StopEarly(Old):
    def __getitem__(self, i):
        if i: raise StopIteration("from getitem")
        return i


class KeyErr(Old):
    def __getitem__(self, i): raise KeyError(i)


class NoIter(Old): __iter__ = None
class NoContains(Old): __contains__ = None
class NoReversed(Both): __reversed__ = None
class NotIterator:
    def __iter__(self): return 5
class Next:
    def __next__(self): return 1


t(list, StopEarly(3)); t(list, KeyErr(3)); t(lambda: 1 in KeyErr(1)); t(list, NoIter(3)); t(iter, NoIter(3)); t(lambda: 1 in NoIter(1)); t(lambda: 1 in NoContains(1))
t(reversed, NoReversed(1)); t(list, NotIterator()); t(iter, Next()); t(next, Next()); t(next, iter([]), "default"); t(next); t(next, 5); t(next, [1])
t(iter, 5); t(iter, int, 1, 2); t(iter, 5, 5); t(iter)
values = iter([1, 2, 3, 0, 5])
print(list(iter(lambda: next(values), 0)), list(values), list(iter(list, [])))


class Hint:
    def __init__(self, hint): self.hint = hint
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self):
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint


import operator
for hint in (5, 0):
    t(list, Hint(hint)); t(operator.length_hint, Hint(hint), 7)
for source in ([1, 2, 3], (1, 2), "ab", {1: 2}, {1}, range(4), b"ab", enumerate("ab"), zip("ab"), map(str, [1]), reversed([1, 2])):
    i = iter(source); next(i)
    print(type(i).__name__, list(i), list(i), iter(i) is i)
t(lambda: list(zip([1, 2], "a", strict=True))); t(lambda: list(zip("a", [1, 2], strict=True))); t(lambda: list(zip("ab", [1], "ab", strict=True))); t(zip, 5); t(zip, [], 5)
t(map, str); t(lambda: list(map(5, [1]))); t(filter, None); t(lambda: list(filter(None, [0, 1, "", "a"]))); t(lambda: list(map(lambda a, b: a + b, [1, 2], [10])))
t(enumerate, 5); t(lambda: list(enumerate("ab", start=-1))); t(enumerate, "a", "b"); t(lambda: list(enumerate("a", 2**70)))
x = iter([1, 2, 3])
for one, two in zip(x, x): print(one, two)
print(list(x), any(iter([0, 1, 2])), all([]), sum([[1], [2]], []), min([], default=3))
