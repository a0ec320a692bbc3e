# Descriptors: data and other ones, __set_name__, __get__ on the class, __delete__, functions as descriptors.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class Data:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, obj, owner=None): return self if obj is None else ("data", self.name, obj.__dict__.get(self.name))
    def __set__(self, obj, value): obj.__dict__[self.name] = value * 2
    def __delete__(self, obj): print("delete", self.name); del obj.__dict__[self.name]


class NonData:
    def __get__(self, obj, owner=None): return ("nondata", obj is None, owner.__name__ if owner else None)
class OnlySet:
    def __set__(self, obj, value): print("only set", value)
class OnlyDelete:
    def __delete__(self, obj): print("only delete")
class C:
    d = Data(); n = NonData(); s = OnlySet(); x = OnlyDelete()
    alias = d


c = C()
c.d = 5; print(c.d, c.__dict__, C.d is C.__dict__["d"], C.n, c.n)
c.n = "own"; print(c.n); del c.n; print(c.n)
c.s = 1
t(setattr, c, "x", 1); del c.x; del c.d; t(lambda: c.d); t(delattr, c, "d"); t(lambda: c.__dict__)


def f(self, *a): return (self, a)


t(f.__get__(5), 6); t(lambda: f.__get__(None, int) is f); t(f.__get__, None); t(lambda: f.__get__(5).__self__); t(lambda: classmethod(f).__get__(None, int)(1))
t(lambda: staticmethod(f).__get__(5)(1, 2)); t(lambda: property(lambda s: s).__get__(5)); t(lambda: property().__get__(5)); t(lambda: property(lambda s: s).__set__(5, 1))
t(lambda: list.append.__get__([], list)(1)); t(lambda: str.upper.__get__("x")()); t(lambda: str.upper.__get__(5)); t(lambda: str.upper(5)); t(lambda: list.append()); t(lambda: list.append(5, 1))
t(lambda: dict.fromkeys.__self__); t(lambda: [].append.__self__); t(lambda: "x".upper.__name__); t(lambda: int.__add__(1, "x")); t(lambda: int.__add__("x", 1)); t(lambda: int.__add__(1))
t(lambda: object.__eq__(1, 1)); t(lambda: object.__hash__(c) == hash(c))


class Meta:
    def __set_name__(self, owner, name): raise ValueError("in set_name")


try:
    class Bad: m = Meta()
except RuntimeError as error:
    print(type(error).__name__, error, "|", repr(error.__cause__))


class Inst: pass


i = Inst(); i.fn = lambda *a: a; print(i.fn(1)); Inst.fn2 = lambda *a: len(a); print(i.fn2(1)); i.__len__ = lambda: 5; t(len, i)
Inst.__call__ = lambda self: "called"; t(i); i.__call__ = lambda: "instance"; t(i)


class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner): obj.__dict__[self.name] = v = self.f(obj); return v
class U:
    count = 0
    @Cached
    def value(self): U.count += 1; return U.count


u = U(); print(u.value, u.value, U.count, u.__dict__)
