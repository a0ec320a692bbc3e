"""wraps, partial, reduce, total_ordering, cmp_to_key, singledispatch."""
from functools import cmp_to_key, partial, reduce, singledispatch, singledispatchmethod, total_ordering, wraps, update_wrapper, partialmethod


def logged(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        print("call", func.__name__)
        return func(*args, **kwargs)
    return wrapper


@logged
def add(a: int, b: int = 2) -> int:
    """Adds."""
    return a + b


add.extra = 1
print(add(1), add.__name__, add.__doc__, add.__annotations__, add.__wrapped__(5, 5), logged(add).extra, add.__qualname__)
double = partial(add, b=10)
print(double(1), double(1, b=1), double.args, double.keywords, partial(double, 5)(), partial(int, base=2)("101"), partial(print, 1, sep="-"))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + [b], "ab", []), reduce(max, [3], 9))
for call in (lambda: reduce(max, []), lambda: partial(3), lambda: total_ordering(type("T", (), {})), lambda: partial()):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


@total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Size) and self.n == other.n

    def __lt__(self, other):
        return self.n < other.n if isinstance(other, Size) else NotImplemented


print(Size(1) <= Size(2), Size(1) >= Size(1), Size(3) > Size(2), max(Size(4), Size(9)).n)
try:
    Size(1) >= 3
except TypeError as error:
    print(error)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))))


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


@show.register(float)
@show.register(str)
def _(x):
    return "text or float"


print(show(1), show([1]), show(True), show(None), show("s"), show(2.5), show.__name__, show.dispatch(bool)(7))


class Formatter:
    @singledispatchmethod
    def fmt(self, arg):
        return "any"

    @fmt.register
    def _(self, arg: int):
        return "int"

    def power(self, base, exp):
        return base ** exp

    square = partialmethod(power, exp=2)


print(Formatter().fmt(1), Formatter().fmt("x"), Formatter().square(5))
