"""lru_cache over recursion, methods and errors; what counts as a hit; what the oldest is."""
from functools import cache, lru_cache, partial, reduce


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(300), fib.cache_info())
calls = []


@lru_cache(maxsize=2)
def add(x, y=0):
    calls.append((x, y))
    return x + y


print(add(1), add(1), add(2), add(1, y=0), add(1, 0), add.cache_info(), calls)
add.cache_clear()
print([add(n) for n in (1, 2, 1, 3, 1, 2)], add.cache_info(), add.cache_parameters(), add.__wrapped__(5))


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind(x=1), kind.cache_info()._asdict())


@cache
def fails(x):
    raise ValueError(x)


for _ in range(2):
    try:
        fails(1)
    except ValueError as error:
        print("ValueError", error, fails.cache_info().misses)
for bad in (lambda: kind([1]), lambda: kind(), lambda: lru_cache("x"), lambda: lru_cache(1.5)):
    try:
        bad()
    except TypeError as error:
        print(error)


class Shop:
    def __init__(self, price):
        self.price = price

    @lru_cache(maxsize=None)
    def total(self, count):
        return self.price * count

    @staticmethod
    @cache
    def tax(n):
        return n / 4


s = Shop(3)
print(s.total(2), s.total(2), Shop(4).total(2), Shop.total.cache_info(), Shop.tax(2), s.tax(2), Shop.tax.cache_info().hits)


@cache
def down(n):
    return 0 if n == 0 else 1 + down(n - 1)


for n in (400, 600):
    try:
        print(down(n))
    except RecursionError as error:
        print(error)
p = partial(partial(pow, 2), 5)
print(p(), p, partial(int, base=2)("101"), partial(print, 1, sep="-"), reduce(lambda a, b: a * 10 + b, map(int, "1234")))
