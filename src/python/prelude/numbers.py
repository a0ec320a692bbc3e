"""The tower of numbers (PEP 3141): classes to ask with isinstance, and to derive one's own numbers from."""

from abc import ABCMeta, abstractmethod, update_abstractmethods

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _leaves_open(names, as_properties=""):
    """A class decorator: these methods must be written by those who derive from the class."""
    def decorate(cls):
        for name in (names + " " + as_properties).split():
            def method(self, *args):
                raise NotImplementedError

            method.__name__, method.__qualname__ = name, f"{cls.__qualname__}.{name}"
            method = abstractmethod(method)
            setattr(cls, name, property(method) if name in as_properties.split() else method)
        return update_abstractmethods(cls)

    return decorate


class Number(metaclass=ABCMeta):
    __slots__ = ()
    __hash__ = None


@_leaves_open("__complex__ __add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ __pow__ __rpow__ __abs__ conjugate __eq__",
              "real imag")
class Complex(Number):
    __slots__ = ()

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


@_leaves_open("__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__")
class Real(Complex):
    __slots__ = ()

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return float(self)

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


@_leaves_open("", "numerator denominator")
class Rational(Real):
    __slots__ = ()

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


@_leaves_open("__int__ __pow__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__ __invert__")
class Integral(Rational):
    __slots__ = ()

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Real.register(float)
Integral.register(int)
