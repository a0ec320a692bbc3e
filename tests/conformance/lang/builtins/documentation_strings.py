# Docstrings of what a program defines; what is builtin has some, except for None.
import functools
import math


def function():
    "of a function"


class Class:
    """of a class

    with a second line"""

    def method(self):
        "of a method"

    @property
    def value(self):
        "of a property"

    @classmethod
    def make(cls):
        "of a class method"

    @staticmethod
    def free():
        f"no docstring: {1}"


class Derived(Class):
    def method(self):
        pass


print(function.__doc__, Class.method.__doc__, Class().method.__doc__, Class.value.__doc__, Class.make.__doc__, Class.free.__doc__)
print(repr(Class.__doc__), Class().__doc__ == Class.__doc__, Derived.__doc__, Derived().__doc__, Derived.method.__doc__, __doc__)
for thing in (len, print, str, str.upper, [].append, dict.get, int, object, type, ValueError, KeyError("x"), 5, "text", (), range(3), math, math.sqrt, functools):
    print(type(thing.__doc__).__name__, end=" ")
print(None.__doc__ is not None, type(None).__doc__)
function.__doc__ = "another"
Class.__doc__ = "of the class, changed"
print(function.__doc__, Class.__doc__, Class().__doc__)
del function.__doc__
print(function.__doc__)
for wrong in (lambda: setattr(Class().method, "__doc__", "x"), lambda: setattr(int, "__doc__", "x"), lambda: setattr(len, "__doc__", "x")):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)


@functools.wraps(Derived.make)
def wrapper():
    "hidden"


print(wrapper.__doc__, wrapper.__name__, functools.partial(len).__doc__ is not None, property(lambda self: 1, doc="given").__doc__)
