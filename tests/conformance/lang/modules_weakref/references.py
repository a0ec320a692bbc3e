"""weakref.ref: alive, dead, compared, called back newest first; what cannot be referred to weakly."""
import gc
from weakref import WeakMethod, getweakrefcount, proxy, ref


class Node:
    def __init__(self, name="n"):
        self.name = name

    def hello(self):
        return "hello " + self.name


def told(label):
    return lambda r: print("told", label, r())


a = Node("a")
r = ref(a)
print(r() is a, ref(a) is r, ref(a, told(0)) is r, getweakrefcount(a), r == ref(a), hash(r) == hash(a), ref(a) == ref(Node()))
one, two, three = ref(a, told(1)), ref(a, told(2)), ref(a, told(3))
del two
del a
print(r(), one(), r == one, r == r)
for thing in (5, "x", (1,), [1], {}, None, object(), range(3), b"x", ValueError()):
    try:
        ref(thing)
    except TypeError as error:
        print(error)


class Slotted:
    __slots__ = ("x",)


class Willing:
    __slots__ = ("x", "__weakref__")


class Listed(list):
    pass


class Tupled(tuple):
    pass


for cls in (Slotted, Willing, Listed, Tupled):
    thing = cls()
    try:
        print(cls.__name__, ref(thing)() is thing)
    except TypeError as error:
        print(error)


class Last:
    def __del__(self):
        print("in __del__", seen() is self)


last = Last()
seen = ref(last, told("last"))
del last
x, y = Node("x"), Node("y")
x.other, y.other = y, x
x.inner = ref(y, told("inside the cycle"))
outside = ref(x, told("outside"))
del x, y
print(outside() is not None)
gc.collect()
print(outside())


def refuses(r):
    raise KeyError("in a callback")


b = Node("b")
p = proxy(b)
m = WeakMethod(b.hello)
print(p.name, p.hello(), isinstance(p, Node), m()(), WeakMethod(b.hello) == m)
p.name = "changed"
print(b.name)
del b
print(m())
try:
    p.name
except ReferenceError as error:
    print("ReferenceError", error)
try:
    hash(r)
except TypeError as error:
    print(error)
