# conformance: stderr
# Decorators and their lines; a decorator that raises, a wrapper, functools.wraps, class decorators.
import functools, traceback
def show(f):
    try:
        f()
    except BaseException:
        traceback.print_exc()
def fails(text):
    def decorator(f):
        raise ValueError(text)
    return decorator
def logged(f):
    @functools.wraps(f)
    def wrapper(*args, **kw):
        return f(*args, **kw)
    return wrapper
def a():
    @logged
    @fails("first")
    def x():
        pass
def b():
    @logged
    @logged
    def x(n):
        return n.nope
    x(1)
def c():
    @functools.lru_cache
    def x(n):
        return n / 0
    x(1)
def d():
    @fails(
        "many lines"
    )
    class X:
        pass
def e():
    @property
    def p(self): return 1 / 0
    C = type("C", (), {"p": p})
    C().p
def f():
    class C:
        def __get__(self, o, t): return 1 / 0
        def __set_name__(self, o, n): raise TypeError("set_name")
    class D:
        c = C()
def g():
    class Base:
        def __init_subclass__(cls, **kw):
            super().__init_subclass__(**kw)
    class X(Base, a=1):
        pass
def h():
    functools.reduce(lambda a, b: a / b, [1, 0])
def i():
    sorted([1, "a"], key=lambda v: v + 1)
def j():
    list(map(lambda v: v.nope, [1]))
def k():
    max([1, 2], key=lambda v: v["x"])
def l():
    class X:
        def __add__(self, o): return self.nope
        def __lt__(self, o): raise ValueError("lt")
        def __len__(self): return "x"
        def __iter__(self): return 5
        def __contains__(self, x): 1 / 0
    for f in (lambda: X() + 1, lambda: sorted([X(), X()]), lambda: len(X()), lambda: list(X()), lambda: 1 in X()):
        show(f)
def m():
    next(iter([]))
def n():
    def g():
        yield 1
        raise ValueError("gen")
    x = g()
    next(x)
    next(x)
def o():
    def g():
        try:
            yield 1
        finally:
            1 / 0
    x = g()
    next(x)
    x.throw(KeyError("thrown"))
def p():
    def g():
        yield from h2()
    def h2():
        yield 1
        raise ValueError("deep")
    for _ in g():
        pass
def q():
    def g():
        yield
        return next(iter([]))
    list(g())
for each in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q):
    show(each)
