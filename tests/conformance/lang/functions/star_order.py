"""A call with * and **: which is looked at first, and what each error says."""
def f(*a, **k): return a, k
def it(n, *v):
    print("made", n)
    def g():
        for x in v:
            print("walk", n, x); yield x
    return g()
class M:
    def keys(self): print("keys"); return ["a"]
    def __getitem__(self, k): print("get"); return 1
print(f(*it("x", 1, 2), **M()))
print(f(*it("x", 1, 2), a=print("a")))
print(f(0, *it("x", 1, 2), **M()))
class T(tuple):
    def __iter__(self): return iter([7])
print(f(*T((1,2))), f(*T((1,2)), b=1))

def tries():
    yield lambda: f(*5, **(1,2))
    yield lambda: f(*5)
    yield lambda: f(1, *5)
    yield lambda: f(*5, a=1)
    yield lambda: f(*[1], **5)
    yield lambda: f(*it('y', 1), **{1: 2})
    yield lambda: f(**{'a': 1}, **{'a': 2})
    yield lambda: f(*5, *6)
    yield lambda: print(*5)
    yield lambda: (lambda: 1)(*5)
    yield lambda: M().keys(*5)
    yield lambda: f(*None)
    yield lambda: M(*None)
    yield lambda: len(*[[1,2]])
    yield lambda: len(*[[1,2], 3])
    yield lambda: int(*["12"], **{"base": 3})
    yield lambda: f(*(x/0 for x in [1]))
    yield lambda: f(*{1:2}, **{})
    yield lambda: f(*"ab")
for t in tries():
    try: print(t())
    except Exception as e: print(type(e).__name__, e)
class B(*[M]): pass
print(B.__mro__[1].__name__)
