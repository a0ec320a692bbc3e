"""StopIteration from what an iterator calls is the end for whoever takes its items, and goes on through next()."""
import itertools, functools
def stop(*a): raise StopIteration("s")
its = {"takewhile": lambda: itertools.takewhile(stop, [1]), "dropwhile": lambda: itertools.dropwhile(stop, [1]), "filterfalse": lambda: itertools.filterfalse(stop, [1]), "filter": lambda: filter(stop, [1]), "map": lambda: map(stop, [1]), "starmap": lambda: itertools.starmap(stop, [(1,)]), "accumulate": lambda: itertools.accumulate([1, 2], stop), "groupby": lambda: itertools.groupby([1], stop), "iter": lambda: iter(stop, 1), "zip": lambda: zip([1], map(stop, [1])), "enumerate": lambda: enumerate(map(stop, [1])), "chain": lambda: itertools.chain([1], map(stop, [1]), [2]), "islice": lambda: itertools.islice(map(stop, [1]), 3), "reversed": lambda: reversed(R()), "seq": lambda: iter(R()), "pairwise": lambda: itertools.pairwise(map(stop,[1])), "compress": lambda: itertools.compress([1], map(stop, [1])), "cycle": lambda: itertools.cycle(map(stop, [1])), "zl": lambda: itertools.zip_longest([1], map(stop, [1])), "product": lambda: itertools.product(map(stop, [1]), [2])}
class R:
    def __len__(self): return 2
    def __getitem__(self, i): raise StopIteration("r")
for n, make in its.items():
    for what, f in {"list": list, "tuple": tuple, "for": lambda it: [x for x in it], "sum": lambda it: sum(1 for _ in it), "set": lambda it: len(set(map(repr, it))), "star": lambda it: [*it], "next": next, "nextd": lambda it: next(it, "d"), "unpack": lambda it: (lambda a: a)(*it), "in": lambda it: 99 in it, "max": lambda it: max(it, default=0), "any": any, "join": lambda it: "".join(map(str, it)), "dict": lambda it: dict.fromkeys(it), "sorted": lambda it: sorted(it, key=str), "reduce": lambda it: functools.reduce(lambda a, b: b, it, 0)}.items():
        try: print(n, what, f(make()))
        except BaseException as e: print(n, what, type(e).__name__, e)
