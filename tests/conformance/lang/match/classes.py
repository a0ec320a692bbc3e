# Positional sub-patterns go by __match_args__, keyword ones by attribute; builtins match themselves.
class Shape:
    pass


class Circle(Shape):
    __match_args__ = ("radius",)

    def __init__(self, radius):
        self.radius = radius


class Box(Shape):
    __match_args__ = ("width", "height")

    def __init__(self, width, height):
        self.width = width
        self.height = height

    @property
    def area(self):
        return self.width * self.height


def describe(x):
    match x:
        case Circle(0):
            return "dot"
        case Circle(radius=r):
            return f"circle {r}"
        case Box(w, h) if w == h:
            return f"square {w}"
        case Box(area=a, height=1 | 2 as h):
            return f"low box {a} {h}"
        case Box(color=c):
            return f"coloured {c}"
        case Shape():
            return "some shape"
        case bool(b):
            return f"bool {b}"
        case int(i) | float(i):
            return f"number {i}"
        case str(s):
            return f"str {s}"
        case dict(d) | list(d) | tuple(d) | set(d) | frozenset(d) | bytes(d) | bytearray(d):
            return f"container of {len(d)}"
        case type():
            return f"class {x.__name__}"
        case object(__class__=cls):
            return f"object of {cls.__name__}"


box = Box(3, 4)
box.color = "red"
for value in (Circle(0), Circle(2), Box(2, 2), Box(5, 2), Box(3, 4), box, Shape(), True, 1, 1.5, "x", {}, [1], (1, 2), {1}, b"abc",
              Circle, None):
    print(describe(value))
