# conformance: stderr
"""What a plain dataclass has, and how it refuses."""
from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, MISSING


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Shape(Point):
    """A shape."""
    name: str = "shape"
    tags: list = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    made: int = field(init=False)

    def __post_init__(self):
        self.made = self.x + self.y


p = Point(1)
print(p, p == Point(1, 0), p != Point(2), p == (1, 0), Point.__match_args__, Point.__doc__, Shape.__doc__)
s = Shape(1, 2, tags=["a"])
print(s, asdict(s), astuple(s), replace(s, x=10), [f.name for f in fields(s)])
print(Shape(1).tags is Shape(1).tags, s == Shape(1, 2, tags=["a"], secret="other"), is_dataclass(s), is_dataclass(Point), is_dataclass(3))
print(Point.__init__.__qualname__, Point.__init__.__name__, Point.__init__.__annotations__, Point.__eq__.__qualname__)
print(fields(Point)[1], fields(Point)[0].default is MISSING)
p.x = 99
print(p)
for call in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(1, z=2), lambda: Point(1, x=2), lambda: hash(p), lambda: p < p,
             lambda: asdict(3), lambda: fields(3), lambda: replace(s, made=3), lambda: replace(p, q=1)):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as error:
    print(error)
match s:
    case Shape(a, b, name="shape"):
        print(a, b)
Point()
