"""The operators as functions, and getters of items and attributes."""

_abs, _sum = abs, sum


def lt(a, b, /): return a < b
def le(a, b, /): return a <= b
def eq(a, b, /): return a == b
def ne(a, b, /): return a != b
def ge(a, b, /): return a >= b
def gt(a, b, /): return a > b
def not_(a, /): return not a
def truth(a, /): return True if a else False
def is_(a, b, /): return a is b
def is_not(a, b, /): return a is not b
def abs(a, /): return _abs(a)
def add(a, b, /): return a + b
def and_(a, b, /): return a & b
def floordiv(a, b, /): return a // b
def index(a, /): return a.__index__()
def inv(a, /): return ~a
invert = inv
def lshift(a, b, /): return a << b
def mod(a, b, /): return a % b
def mul(a, b, /): return a * b
def matmul(a, b, /): return a @ b
def neg(a, /): return -a
def or_(a, b, /): return a | b
def pos(a, /): return +a
def pow(a, b, /): return a ** b
def rshift(a, b, /): return a >> b
def sub(a, b, /): return a - b
def truediv(a, b, /): return a / b
def xor(a, b, /): return a ^ b
def concat(a, b, /):
    if not hasattr(a, "__getitem__"):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")
    return a + b
def contains(a, b, /): return b in a
def countOf(a, b, /): return _sum([1 for item in a if item is b or item == b])
def delitem(a, b, /): del a[b]
def getitem(a, b, /): return a[b]
def setitem(a, b, c, /): a[b] = c
def indexOf(a, b, /):
    for at, item in enumerate(a):
        if item is b or item == b:
            return at
    raise ValueError("sequence.index(x): x not in sequence")
def length_hint(obj, default=0, /):
    if hasattr(obj, "__len__"):
        return len(obj)
    hint = getattr(obj, "__length_hint__", None)
    return default if hint is None else hint()
def call(obj, /, *args, **kwargs): return obj(*args, **kwargs)


def iadd(a, b, /):
    a += b
    return a
def iand(a, b, /):
    a &= b
    return a
def iconcat(a, b, /):
    a += b
    return a
def ifloordiv(a, b, /):
    a //= b
    return a
def ilshift(a, b, /):
    a <<= b
    return a
def imod(a, b, /):
    a %= b
    return a
def imul(a, b, /):
    a *= b
    return a
def imatmul(a, b, /):
    a @= b
    return a
def ior(a, b, /):
    a |= b
    return a
def ipow(a, b, /):
    a **= b
    return a
def irshift(a, b, /):
    a >>= b
    return a
def isub(a, b, /):
    a -= b
    return a
def itruediv(a, b, /):
    a /= b
    return a
def ixor(a, b, /):
    a ^= b
    return a


class itemgetter:
    def __init__(self, item, /, *items):
        self._items = (item,) + items
        self._one = None if items else item

    def __call__(self, obj, /):
        if len(self._items) == 1:
            return obj[self._one]
        return tuple([obj[item] for item in self._items])

    def __repr__(self):
        return f"operator.itemgetter({', '.join([repr(item) for item in self._items])})"


class attrgetter:
    def __init__(self, attr, /, *attrs):
        self._attrs = (attr,) + attrs
        for name in self._attrs:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self._paths = [name.split(".") for name in self._attrs]

    def __call__(self, obj, /):
        found = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            found.append(value)
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        return f"operator.attrgetter({', '.join([repr(name) for name in self._attrs])})"


class methodcaller:
    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)] + [repr(arg) for arg in self._args]
        parts.extend([f"{name}={value!r}" for name, value in self._kwargs.items()])
        return f"operator.methodcaller({', '.join(parts)})"


__lt__, __le__, __eq__, __ne__, __ge__, __gt__ = lt, le, eq, ne, ge, gt
__not__, __abs__, __add__, __and__, __floordiv__, __index__ = not_, abs, add, and_, floordiv, index
__inv__, __invert__, __lshift__, __mod__, __mul__, __matmul__ = inv, invert, lshift, mod, mul, matmul
__neg__, __or__, __pos__, __pow__, __rshift__, __sub__ = neg, or_, pos, pow, rshift, sub
__truediv__, __xor__, __concat__, __contains__, __getitem__ = truediv, xor, concat, contains, getitem
