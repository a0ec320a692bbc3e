"""itertools where it is easily a little wrong: what is read when, indices of islice, groups that were left, errors half way."""
from itertools import (accumulate, chain, combinations, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise,
                       permutations, product, repeat, starmap, takewhile, tee, zip_longest)


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


it = iter(range(10))
print(list(islice(it, 3)), next(it), list(islice(it, 1, 3)), next(it))
it = iter(range(10))
print(list(islice(it, 2, 8, 4)), next(it))
for args in [(-1,), ("x",), (1, -1), (-1, 1), (0, 1, 0), (0, 1, "x"), (2 ** 70,), ()]:
    attempt(lambda: list(islice("abc", *args)))
groups = [(key, group) for key, group in groupby("aabb")]
print([list(group) for key, group in groups])
g = groupby("aab")
key, first = next(g)
print(next(first))
key, second = next(g)
print(list(first), list(second), next(g, "end"))
t = takewhile(lambda x: x < 2, iter([1, 5, 1]))
print(list(t), list(t))
print(count(), count(5), count(5, 2), count(1.5), count(1, 1.0), repeat("x"), repeat("x", 2), repeat(1, -5))
c = count(2 ** 62 - 2)
print(list(islice(c, 4)), c)
print(list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=5)), list(accumulate([])))


def broken():
    yield 1
    raise KeyError("half way")


for f in (lambda: list(chain(broken(), [2])), lambda: list(pairwise(broken())), lambda: list(zip_longest(broken(), [1, 2])),
          lambda: list(cycle(broken())), lambda: list(product(broken())), lambda: list(tee(broken())[0]), lambda: list(chain([1], 5)),
          lambda: combinations("ab", -1), lambda: permutations("ab", "x"), lambda: product("a", repeat=-1), lambda: count("a"),
          lambda: repeat(), lambda: zip_longest("a", other=1), lambda: list(starmap(pow, [(1,)])), lambda: tee([1], -1)):
    attempt(f)
walk = chain([1], broken(), [9])
print(next(walk), next(walk))
attempt(lambda: next(walk))
print(list(walk))
a, b = tee(iter("abc"))
print(next(a), list(b), list(a))
print(list(permutations("abc", 2)), list(product("ab", repeat=2)), list(combinations("abc", 0)), list(product()))
print(list(compress("abc", [1, 0, 1])), list(dropwhile(bool, [1, 0, 1])), list(filterfalse(None, [0, 1, ""])))


def flat(items):
    return chain.from_iterable(flat(item) if isinstance(item, list) else [item] for item in items)


print(list(flat([1, [2, [3, [4]], 5]])))
