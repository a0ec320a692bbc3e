"""Endless iterators, chains and cuts."""
from itertools import (accumulate, chain, compress, count, cycle, dropwhile, filterfalse, islice, pairwise, repeat, starmap, takewhile,
                       tee, zip_longest, groupby)

c = count(10, 5)
print(next(c), next(c), c, count(), count(1.5, 0.25), list(islice(count(3), 4)), list(zip("ab", count())))
print(list(islice(cycle("ab"), 5)), list(cycle([])), list(repeat(7, 3)), repeat("x"), repeat(1, 2), list(map(pow, [2, 3], repeat(2))))
print(list(chain("ab", [1], ())), list(chain.from_iterable([[1, 2], "z"])), list(islice("abcdefg", 2, None, 2)), list(islice("abc", 0)))
it = iter(range(10))
print(list(islice(it, 2, 4)), next(it))
for args in ((-1,), (1, -1), ("a",), (1, 5, 0), ()):
    try:
        islice("abc", *args)
    except Exception as error:
        print(type(error).__name__, error)
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest()), list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4], max)),
      list(accumulate([1, 2], initial=100)), list(accumulate([])))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(None, [0, 1, "", 2])))
print(list(starmap(max, [(1, 2), (4, 3)])), list(compress("abcd", [1, 0, True])), list(pairwise("abcd")), list(pairwise("a")))
a, b = tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a))
for key, group in groupby("aaabbca"):
    print(key, list(group), end="; ")
print([(k, [w for w in g]) for k, g in groupby(sorted(["one", "two", "three", "six"], key=len), key=len)])
groups = list(groupby("aab"))
print([k for k, g in groups], [list(g) for k, g in groups])
for call in (lambda: chain(3).__next__(), lambda: next(chain()), lambda: cycle(1), lambda: next(zip_longest([1], fill=2))):
    try:
        call()
    except Exception as error:
        print(type(error).__name__)
print(type(chain()).__name__, chain, isinstance(count(), count))
