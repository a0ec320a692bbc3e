# conformance: stderr
"""namedtuple: construction, methods, errors, reprs."""
from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), hash(p) == hash((1, 2)), len(p), Point._fields, Point.__match_args__)
x, y = p
print(x, y, p._asdict(), p._replace(x=10), Point._make([5, 6]), Point.__doc__, Point.__name__, Point)
Colour = namedtuple("Colour", "red green blue alpha", defaults=(0, 1.0))
print(Colour(1, 2), Colour._field_defaults, Colour(1, 2, 3, 4))
print(namedtuple("R", "a class a _b", rename=True)._fields)
for call in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, 2, x=3), lambda: p._replace(q=1),
             lambda: Point._make([1]), lambda: namedtuple("T", "a a"), lambda: namedtuple("T", "def"), lambda: namedtuple("1", "a"),
             lambda: namedtuple("T", "_a"), lambda: namedtuple("T", "a b", defaults=(1, 2, 3)), lambda: setattr(p, "x", 3), lambda: p.z):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Vector(namedtuple("Vector", "dx dy")):
    __slots__ = ()

    @property
    def length(self):
        return (self.dx ** 2 + self.dy ** 2) ** 0.5

    def __add__(self, other):
        return Vector(self.dx + other.dx, self.dy + other.dy)


v = Vector(3, 4) + Vector(0, 0)
print(v, v.length, isinstance(v, tuple), sorted([Vector(2, 1), Vector(1, 5)]), repr(max(v)))
match p:
    case Point(x=1, y=b):
        print("one and", b)
match v:
    case Vector(a, b):
        print(a, b)
Point(1)
