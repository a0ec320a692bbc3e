# __eq__ alone makes a class unhashable; the reflected comparison is tried; `!=` is the inverse of `==`.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __repr__(self):
        return f"({self.x},{self.y})"


class Key(Point):
    def __hash__(self):
        return hash((self.x, self.y))


p, q = Point(1, 2), Point(1, 2)
print(p == q, p != q, p is q, p == (1, 2), p > Point(0, 9), p in [q])
print(sorted([Point(2, 1), Point(1, 5), Point(1, 2)]), max(p, Point(3, 0)))
try:
    {p: 1}
except TypeError as error:
    print(error)
print({Key(1, 1): "a", Key(1, 1): "b"}[Key(1, 1)], len({Key(1, 2), Key(1, 2)}))
try:
    p <= q
except TypeError as error:
    print(error)
