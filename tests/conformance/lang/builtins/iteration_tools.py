# enumerate, zip, map, filter, range, any, all, sum, reversed: lazy where CPython is lazy.
print(list(enumerate("ab", start=1)), list(zip([1, 2, 3], "ab")), list(zip()), dict(zip("ab", range(2))))
m = map(lambda a, b: a + b, [1, 2], [10, 20, 30])
print(next(m), list(m), list(map(str, range(3))), list(filter(None, [0, 1, "", "x"])), list(filter(lambda n: n > 1, [1, 2])))
r = range(2, 11, 3)
print(r, list(r), len(r), r[1], r[-1], 5 in r, 6 in r, range(0), list(range(3, 0, -1)), range(3) == range(0, 3, 1), r.index(8))
a = iter([1, 2, 3, 4])
print(list(zip(a, a)), list(a), sum([[1], [2]], []), all(x for x in [1, 0]), any(n == 2 for n in [1, 2, 3]))
z = zip([1, 2, 3], [1])
print(next(z), next(z, "end"))
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as error:
    print(error)
first = iter("ab")
print(next(first), next(first), next(first, None), list(iter(lambda c=[3]: c.append(c.pop() - 1) or c[0], 0)))
shown = []
it = map(shown.append, [1, 2, 3])
print(shown, next(it), shown, list(reversed("abc")), list(reversed(range(3))), sorted(map(abs, [-3, 2])))
