# enum: what a member is and shows, aliases, lookups, what cannot be changed, and what a class body may not say.
from enum import Enum, EnumMeta, EnumType, IntEnum, StrEnum, auto, member, nonmember, unique


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


print(Color.RED, repr(Color.RED), f"{Color.RED:>12}|", list(Color), len(Color), Color.CRIMSON is Color.RED, Color(2), Color["BLUE"])
print(Color.__members__, Color, list(reversed(Color)), bool(Color), type(Color), EnumMeta is EnumType)
attempt(Color, 9)
attempt(Color)
attempt(Color, "RED")
attempt(lambda: Color["X"])
attempt(lambda: Color.X)
attempt(lambda: Color.RED.foo)
attempt(setattr, Color, "RED", 5)
attempt(delattr, Color, "RED")
attempt(setattr, Color.RED, "name", "x")
attempt(lambda: Color.RED < Color.GREEN)
attempt(lambda: (Color.RED == 1, Color.RED in Color, hash(Color.RED) == hash("RED")))
attempt(lambda: type("T", (Enum,), {"A": 1}))
bodies = ["class Sub(Color): pass", "A = 1; A = 2", "mro = 1", "_bad_ = 1", "_ignore_ = 'A'; A = 1"]


def sub():
    class Sub(Color):
        pass


def twice():
    class Twice(Enum):
        A = 1
        A = 2


def mro():
    class Named(Enum):
        mro = 1


def sunder():
    class Named(Enum):
        _bad_ = 1


def no_text():
    class Words(StrEnum):
        A = 1


def two_types():
    class Both(int, str, Enum):
        A = 1


def generated_late():
    class Late(Enum):
        A = auto()

        def _generate_next_value_(name, start, count, last_values):
            return name


def not_unique():
    @unique
    class Twins(Enum):
        A = 1
        B = 1
        C = 2
        D = 2


def wrong_order():
    class Ordered(Enum):
        _order_ = "B A"
        A = 1
        B = 2


for make in (sub, twice, mro, sunder, no_text, generated_late, not_unique, wrong_order):
    attempt(make)


class Mixed(Enum):
    _ignore_ = "temporary i"
    for i in range(3):
        vars()[f"N{i}"] = i
    temporary = 5
    plain = nonmember(7)
    _private = 8

    @member
    def function(self):
        return 1

    def method(self):
        return self.name * 2


print([each.name for each in Mixed], Mixed.plain, hasattr(Mixed, "i"), Mixed.N0.method())
print([name for name in dir(Color.RED) if name[0] != "_"], dir(Color)[:3], Color.RED._name_, Color.RED._value_)


class Shadow(Enum):
    name = "x"
    value = "y"


print(Shadow.name, Shadow.name.name, Shadow.value.value, list(Shadow))


class Low(IntEnum):
    A = 5
    B = auto()


print(Low.B, repr(Low.B), Low.A + 1, sorted(Low), sum(Low), {Low.A: 1}[5], "%d %s" % (Low.A, Low.B), type(Low.A + Low.B), f"{Low.A:03d}")
