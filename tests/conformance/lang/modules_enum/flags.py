# enum.Flag and IntFlag: names and reprs of combinations, boundaries, inversion, membership, iteration, verify.
import enum
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, IntFlag, auto, verify


def attempt(function, *args):
    try:
        print(repr(function(*args)))
    except Exception as error:
        print(type(error).__name__, error)


class Permission(Flag):
    READ = 4
    WRITE = 2
    RUN = 1
    ALL = 7
    NONE = 0


R, W, X = Permission.READ, Permission.WRITE, Permission.RUN
for each in (R, R | W, Permission.ALL, Permission(0), ~R, R & W, R ^ Permission.ALL, Permission(5), ~Permission(0)):
    print(each, repr(each), each.name, each.value, bool(each), list(each), len(each), f"{each:>20}|")
print(list(Permission), len(Permission), R in Permission.ALL, Permission.ALL in R, Permission.__members__)
attempt(Permission, 8)
attempt(Permission, -1)
attempt(Permission, -9)
attempt(Permission, "a")
attempt(lambda: R | 1)
attempt(lambda: 4 in R)
attempt(lambda: (R == 4, R < W))


class Bit(IntFlag):
    A = auto()
    B = auto()
    C = auto()


for each in (Bit.A, Bit.A | Bit.B, Bit(8), Bit(9), Bit(0), ~Bit.A, Bit.A | 16, Bit(-2), Bit(-1), 3 & Bit.B, Bit.A ^ 7, Bit.A & 2):
    print(each, repr(each), each.name, f"{each:#x}", list(each))
print(Bit.A + 1, Bit.A == 1, [1, 2, 3][Bit.A], type(Bit.A | 1), type(Bit.A + 1), Bit.B in Bit(3))
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    class Two(Flag, boundary=boundary):
        A = 1
        B = 2

    print(boundary, repr(boundary))
    for value in (5, -5, 12, -2):
        attempt(Two, value)


class Jumping(Flag):
    A = 3
    B = auto()
    C = auto()


class Backwards(Flag):
    C = 4
    A = 1
    B = 2


print(list(Jumping), repr(Jumping.A), list(Backwards), list(Backwards(7)), Backwards(5))


def values_skipped():
    @verify(UNIQUE, CONTINUOUS)
    class Skipped(Enum):
        A = 1
        B = 4


def flags_skipped():
    @verify(CONTINUOUS)
    class Skipped(IntFlag):
        A = 1
        B = 8


def unnamed():
    @verify(NAMED_FLAGS)
    class Unnamed(Flag):
        A = 1
        B = 2
        AD = 9
        BDE = 26


def twins():
    @verify(UNIQUE)
    class Twins(Enum):
        A = 1
        B = 1


for make in (values_skipped, flags_skipped, unnamed, twins):
    attempt(make)
print(enum.show_flag_values(13))


@enum.global_enum
class Globals(Flag):
    FIRST = 1
    SECOND = 2


print(FIRST | SECOND, FIRST, str(Globals(0)))
