# One line reads an attribute of many kinds of things, which change between the readings.
import math
import sys


def read(thing):
    try:
        return thing.value
    except AttributeError as error:
        return str(error)


def call(thing):
    return thing.method(2)


class Base:
    value = 1

    def method(self, n):
        return n + self.value


class Child(Base):
    pass


base, child = Base(), Child()
print([read(each) for each in (base, child, base, child, Base, Child)])
Base.value = [2]
print(read(child), read(base), read(Child))
child.value = 3
print(read(child), read(base), child.value)
del child.value
Child.value = property(lambda self: "property")
print(read(child), read(base), type(read(Child)).__name__)
Child.value = 4
print(read(child), read(Child), call(child))
del Child.value
print(read(child), call(Base.__new__(Child)) if isinstance(read(child), int) else "list")


class Static:
    @staticmethod
    def method(n):
        return ("static", n)

    @classmethod
    def value(cls):
        return cls.__name__


for _ in range(3):
    print(Static.method(1), call(Static), call(Static()), read(Static)())
Static.method = staticmethod(lambda n: -n)
print(Static.method(1), call(Static), call(Static()))


class Descriptor:
    def __get__(self, thing, owner):
        return (thing is None, owner.__name__)


for _ in range(2):
    print(read(type("T", (), {"value": Descriptor()})), read(type("T", (), {"value": Descriptor()})()))


def area(module):
    return module.pi


print(area(math), area(math))
real = math.pi
math.pi = 3
print(area(math))
del math.pi
try:
    print(area(math))
except AttributeError as error:
    print(error)
math.pi = real
print(area(math), area(type("M", (), {"pi": 0})), area(math))


class Counter:
    made = 0

    def __init__(self):
        Counter.made += 1
        self.number = self.made


print([Counter().number for _ in range(4)], Counter.made)


class Loud:
    value = 5

    def __setattr__(self, name, new):
        object.__setattr__(self, name, new * 2)

    def __getattr__(self, name):
        return "no " + name


loud = Loud()
for _ in range(2):
    print(read(loud))
    loud.value = 6
Loud.__getattribute__ = lambda self, name: "always"
print(read(loud), loud.value)
number = 7
number += 1.5
number -= 2
number **= 2
number //= 3
shifted = 1
for i in range(5):
    shifted <<= 20
    shifted |= i
    shifted ^= 3
print(number, shifted, shifted >> 61, -5 >> 1, -5 >> 70, 3 ** 39, (-2) ** 63, 2 ** -1, 2.0 ** 0.5, 0.5 ** 3, 10 ** 18)
