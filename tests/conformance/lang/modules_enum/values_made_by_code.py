# enum: __new__, __init__, _missing_, _generate_next_value_, mixed-in types, dataclasses, and the functional way.
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, StrEnum, auto


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error, "|", repr(error.__context__))


class Planet(Enum):
    MERCURY = (3.3e23, 2.4e6)
    EARTH = (5.9e24, 6.3e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return self.mass / self.radius ** 3

    @classmethod
    def biggest(cls):
        return max(cls, key=lambda planet: planet.mass)

    def __str__(self):
        return self.name.title()


print(Planet.EARTH, repr(Planet.EARTH), Planet.EARTH.density, Planet.biggest(), f"{Planet.EARTH:>8}", Planet((3.3e23, 2.4e6)))


class Answer(Enum):
    A = "a"
    UNKNOWN = "?"

    @classmethod
    def _missing_(cls, value):
        if value == "bad":
            return 5
        if value == "raise":
            raise KeyError("inner")
        return None if value == "none" else cls.UNKNOWN


for value in ("zzz", "bad", "raise", "none", [1]):
    attempt(Answer, value)


class Labelled(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made

    X = (0, "P.X")
    Y = (1, "P.Y")


print(Labelled.X.label, Labelled(1).label, Labelled.Y.value, bytes(Labelled.Y))


class Numbered(Enum):
    def __new__(cls):
        made = object.__new__(cls)
        made._value_ = len(cls.__members__) + 1
        return made

    A = ()
    B = ()


class Spelled(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower(), start, count, last_values[:]

    A = auto()
    B = auto()


class Word(str, Enum):
    A = "a"
    B = "b"


class Real(float, Enum):
    X = 1.5


class Whole(int, Enum):
    A = 1


class Said(StrEnum):
    ONE = auto()
    TWO = "2"


print(list(Numbered), list(Spelled))
for each in (Word.A, Real.X, Whole.A, Said.ONE):
    print(each, repr(each), f"{each}", "%s" % each, f"{each:>8}|", each.value == each, each + each)


@dataclass
class Creature:
    legs: int
    tail: bool = True


class Animal(Creature, Enum):
    CAT = 4
    BIRD = 2, False


print(Animal.CAT, repr(Animal.CAT), Animal.BIRD.legs, Animal.BIRD.tail)
for names in ("X Y Z", "a,b c", ["P", "Q"], [("M", 10), ("N", 20)], {"k": 1, "l": 2}, ()):
    print(list(Enum("Made", names)), list(Enum("Made", names, start=5)), list(IntEnum("Made", names)))
print(list(Flag("F", "a b c")), list(Enum("G", "x y", type=str)), Enum("K", "a", module="m", qualname="O.K").__qualname__, Enum("K", "a").__module__)
attempt(Enum, "J", "a a")
attempt(Enum, "I", 5)


class Shouting(Enum):
    def shout(self):
        return self.name + "!"


class Noise(Shouting):
    A = [1]
    B = {}


print(Noise.A.shout(), Noise([1]), Noise({}), issubclass(Noise, Shouting))
attempt(Noise, [2])
attempt(Shouting, 1)
