# conformance: stderr
# What a class pattern may not ask is told when it is tried.
class Plain:
    pass


class Odd:
    __match_args__ = ["x"]


class Numbers:
    __match_args__ = (1,)


class Pair:
    __match_args__ = ("x", "y")
    x = 1
    y = 2


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__ + ":", error)


def plain():
    match Plain():
        case Plain(1):
            return "?"


def odd():
    match Odd():
        case Odd(1):
            return "?"


def numbers():
    match Numbers():
        case Numbers(1):
            return "?"


def twice():
    match Pair():
        case Pair(1, x=1):
            return "?"


def too_many():
    match 5:
        case int(1, 2):
            return "?"


def no_type():
    f = len
    match 5:
        case f():
            return "?"


for each in (plain, odd, numbers, twice, too_many, no_type):
    attempt(each)


class Loud:
    @property
    def x(self):
        raise ValueError("asked for x")


match Loud():
    case Loud(x=1):
        print("never")
