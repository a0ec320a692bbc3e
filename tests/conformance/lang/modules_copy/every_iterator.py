"""copy and deepcopy of every iterator: what goes on where, and what cannot be copied."""
import copy, itertools
def src(): 
    return 5
its = {
 "callable": lambda: iter(src, 3), "listrev": lambda: reversed([1,2,3]), "list": lambda: iter([1,2]), "tuple": lambda: iter((1,2)),
 "str": lambda: iter("ab"), "strU": lambda: iter("é"), "bytes": lambda: iter(b"ab"), "bytearray": lambda: iter(bytearray(b"ab")), "range": lambda: iter(range(3)), "range_rev": lambda: reversed(range(3)),
 "set": lambda: iter({1}), "dict": lambda: iter({1:2}), "items": lambda: iter({1:2}.items()), "values": lambda: iter({1:2}.values()), "dictrev": lambda: reversed({1:2,3:4}), "itemsrev": lambda: reversed({1:2,3:4}.items()),
 "revtuple": lambda: reversed((1,2)), "revstr": lambda: reversed("ab"), "enum": lambda: enumerate([1]), "zip": lambda: zip([1],[2]), "map": lambda: map(str,[1]), "filter": lambda: filter(None,[1]),
 "count": lambda: itertools.count(3), "cycle": lambda: itertools.cycle([1,2]), "chain": lambda: itertools.chain([1],[2]), "islice": lambda: itertools.islice([1,2,3],2), "acc": lambda: itertools.accumulate([1,2]),
 "perm": lambda: itertools.permutations([1,2]), "prod": lambda: itertools.product([1,2],[3]), "comb": lambda: itertools.combinations([1,2,3],2), "rep": lambda: itertools.repeat(1,3), "rep2": lambda: itertools.repeat(1), "tw": lambda: itertools.takewhile(bool,[1]), "dw": lambda: itertools.dropwhile(bool,[1,0,2]), "star": lambda: itertools.starmap(pow,[(2,3)]), "zl": lambda: itertools.zip_longest([1],[2,3]), "ff": lambda: itertools.filterfalse(None,[0]), "comp": lambda: itertools.compress([1,2],[1,0]), "pw": lambda: itertools.pairwise([1,2,3]),
 "gen": lambda: (x for x in [1]), "view": lambda: {1:2}.keys(), "mv": lambda: memoryview(b"a"), "seq": lambda: iter(Seq()), "iterseqrev": lambda: reversed(Seq()),
}
class Seq:
    def __getitem__(self,i):
        if i>2: raise IndexError
        return i
    def __len__(self): return 3
for n, make in its.items():
    for f in (copy.copy, copy.deepcopy):
        it = make()
        try:
            c = f(it)
            def take(x):
                try: return list(itertools.islice(x, 4))
                except Exception as e: return type(e).__name__
            if n == "callable": print(n, f.__name__, type(c).__name__, next(c), next(it)); continue
            print(n, f.__name__, type(c).__name__, take(c), take(it))
        except Exception as e: print(n, f.__name__, type(e).__name__, e)
groups = copy.copy(itertools.groupby("aab"))
print([(key, list(group)) for key, group in groups])
half = itertools.permutations([[1], [2], [3]], 2)
next(half)
deep = copy.deepcopy(half)
first = next(half)
first[0].append("seen")
print(first, next(deep), list(half) == list(copy.copy(deep)))
partly = iter({"a": 1, "b": 2, "c": 3})
next(partly)
print(list(copy.copy(partly)), next(partly))
