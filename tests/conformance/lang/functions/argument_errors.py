# Every complaint about arguments of Python functions.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def d1(a, b=1): pass
def v(*args): return args
def k(**kw): return kw
def ko(*, a, b): return a, b
def ko1(a, *, b=2): return a, b
def po(a, b=2, /, c=3): return a, b, c
def mix(a, /, b, *args, c, d=4, **kw): return a, b, args, c, d, kw
class C:
    def m(self): pass
    def n(self, x): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass


c = C()
for f in (f0, f1, f2, f3, d1, v, k, ko, ko1, po, mix, c.m, c.n, c.c, c.s, C.m, C.n, lambda: 1, lambda x: x):
    for args, kw in (((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3, 4), {}), ((), {"a": 1}), ((1,), {"a": 1}), ((), {"b": 1}), ((1,), {"zz": 2}), ((), {"x": 1, "y": 2}), ((1, 2), {"c": 3}), ((1, 2, 3), {"c": 4, "e": 5})):
        try:
            f(*args, **kw)
        except TypeError as error:
            print(f.__name__, args, kw, error)
t(lambda: f1(**{"a": 1}, a=2)); t(lambda: f1(a=1, **{"a": 2})); t(lambda: f1(**{1: 2})); t(lambda: f1(**5)); t(lambda: f1(*5)); t(lambda: f1(1, *5)); t(lambda: f1(*[1], *5)); t(lambda: mix(1, 2, 3, 4, c=5, e=6, a=7)); t(lambda: po(1, 2, 3)); t(lambda: po(a=1)); t(lambda: po(1, b=2)); t(lambda: ko1(1, 2))
t(lambda: 5()); t(lambda: "x"()); t(lambda: None()); t(lambda: c()); t(lambda: [](1)); t(lambda: len()(1))


def default(x=[], *, y={}): x.append(len(y)); y[len(x)] = 1; return x, y


default(); print(default(), default.__defaults__, default.__kwdefaults__)
default.__defaults__ = ([9],); print(default()); default.__defaults__ = None; t(default); default.__kwdefaults__ = {"y": 5}; t(default, [])
t(setattr, default, "__defaults__", 5); t(setattr, default, "__kwdefaults__", 5); t(setattr, default, "__name__", 5); t(lambda: default.__code__.co_varnames); t(lambda: (mix.__code__.co_argcount, mix.__code__.co_posonlyargcount, mix.__code__.co_kwonlyargcount, mix.__code__.co_flags & 12))
