# A subclass of a builtin with an __init__ or __new__ of its own takes keywords that the base knows nothing of.
class Celsius(float):
    def __init__(self, value, unit="C"):
        self.unit = unit


class Named(tuple):
    def __init__(self, items, name=None):
        self.name = name


class Tagged(list):
    def __new__(cls, items, tag=None):
        self = super().__new__(cls)
        self.tag = tag
        return self


class Bag(set):
    def __new__(cls, *items, tag=None):
        self = super().__new__(cls)
        self.tag = tag
        return self


class Frozen(frozenset):
    def __init__(self, items=(), tag=None):
        self.tag = tag


print(Celsius(36.6, unit="F").unit, Celsius(1.5), Named((1, 2), name="p").name, Tagged([1], tag="t").tag, Tagged([1], tag=2))
print(Frozen([1], tag="f").tag)


class Bare(float):
    pass


class Sub(Celsius):
    pass


class BareFrozen(frozenset):
    pass


for make in (
    lambda: Bare(1.0, unit="F"),
    lambda: float(x=1),
    lambda: Celsius(1.0, 2, 3),
    lambda: Sub(1.0, unit="K").unit,
    lambda: tuple(items=1),
    lambda: list(items=1),
    lambda: set(items=1),
    lambda: frozenset(items=1),
    lambda: BareFrozen([1], [2]),
    lambda: BareFrozen(items=1),
    lambda: Frozen([1], [2], [3]),
    lambda: Bag([3], tag="b"),
):
    try:
        print(repr(make()))
    except TypeError as error:
        print(error)
