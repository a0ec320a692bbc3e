# __init_subclass__, __class_getitem__, type(), bases that cannot be, __new__ and __init__ that do not fit.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag = tag; Base.registry.append((cls.__name__, tag))
class A(Base, tag="a"): pass
class B(A): pass
class C(A, tag=3): pass


print(Base.registry, B.tag, C.tag)


def bad1():
    class X(Base, other=1): pass
def bad3():
    class X(int, str): pass
def bad4():
    class X(A, Base, A): pass
def bad5():
    class X(Base, A): pass
def bad6():
    class X(5): pass
def bad7():
    class X(bool): pass
def bad8():
    class X(type(None)): pass


for f in (bad1, bad3, bad4, bad5, bad6, bad7, bad8): t(f)


class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)


print(G[int], G[1, 2], type(G).__name__); t(lambda: A[int]); t(lambda: G()[1])
T = type("T", (Base,), {"x": 1, "m": lambda self: self.x}, tag="dynamic"); print(T.tag, T().m(), T.__name__, T.__module__, T.__bases__)
t(type, "X", (), 5); t(type, "X", 5, {}); t(type, 5, (), {}); t(type, "X", ()); t(type); t(type, 1, 2, 3, 4); t(type, "X", (), {}, foo=1); t(lambda: type("a b", (), {}).__name__)


class N:
    def __new__(cls, *args, **kw): print("new", args, kw, end=" "); return super().__new__(cls)
class I:
    def __init__(self, a, b=2, *, c): self.v = (a, b, c)
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
class RetInit:
    def __init__(self): return 5
class NoArgs: pass


t(lambda: type(N(1, a=2)).__name__); t(lambda: I(1, c=3).v); t(I); t(I, 1); t(I, 1, 2, 3, c=4); t(I, 1, c=2, d=3); t(I, 1, a=2, c=3); t(lambda: I(*[1], **{"c": 5}).v)
t(Other); t(RetInit); t(NoArgs, 1); t(NoArgs, a=1); t(object, 1); t(object.__new__); t(object.__new__, 5); t(object.__new__, int); t(int.__new__, str); t(object.__init__, 5, 6)


class M(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))


print(M(1, 2), M(1, 2)[0], type(M(1, 2) + (3,)).__name__); t(M, 1)


class X:
    """doc"""
    y: int = 5
    def f(self): """fdoc"""


print(X.__doc__, X.f.__doc__, X.__annotations__, X.__dict__["y"], sorted(k for k in X.__dict__ if not k.startswith("__")), X.mro() == list(X.__mro__), X.__subclasses__(), X.f.__qualname__, X().f.__func__ is X.f)
