"""lru_cache, cache and cached_property: hits, misses, eviction, methods."""
from functools import cache, cached_property, lru_cache

calls = []


@lru_cache(maxsize=2)
def square(n):
    """n times n"""
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls, square.cache_info(), square.__name__, square.__doc__, square.__wrapped__(9))
square.cache_clear()
print(square.cache_info(), square.cache_parameters())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@lru_cache
def pair(a, b=2, *, c=3):
    calls.append("pair")
    return a, b, c


print(pair(1), pair(1, 2), pair(1, b=2), pair(1, c=3), pair.cache_info().misses)
try:
    pair([])
except TypeError as error:
    print(error)


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True))


class Box:
    def __init__(self, v):
        self.v = v

    @cached_property
    def doubled(self):
        print("computing")
        return self.v * 2

    @lru_cache(maxsize=None)
    def plus(self, n):
        print("adding")
        return self.v + n


box = Box(4)
print(box.doubled, box.doubled, box.__dict__)
box.doubled = 5
print(box.doubled)
del box.doubled
print(box.doubled, box.plus(1), box.plus(1), Box.plus.cache_info())
try:
    lru_cache("x")
except TypeError as error:
    print(error)
