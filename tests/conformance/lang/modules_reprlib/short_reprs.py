# reprlib: what is cut and where, the limits as attributes, methods for one's own types, and reprs that contain themselves.
import reprlib
from collections import deque

values = ["x" * 50, "é'\"\n" * 20, list(range(20)), {i: -i for i in range(9)}, set(range(10)), frozenset("a"), (1,), (), [], {}, set(), frozenset(),
          deque(range(9)), 10 ** 60, [[[[[[[[1]]]]]]]], {1: {2: {3: {4: {5: {6: {7: 8}}}}}}}, 3.14, b"x" * 60, None, {"b": 1, "a": 2, 3: 4}]
for value in values:
    print(reprlib.repr(value))


class Mine(reprlib.Repr):
    def __init__(self):
        super().__init__()
        self.maxlevel, self.maxlist, self.maxstring, self.maxother, self.fillvalue = 2, 3, 12, 9, "+"

    def repr_float(self, x, level):
        return f"<{x:.1f} at {level}>"


print(Mine().repr([[1.25, [2, [3]]], "abcdefghijklmnop", 5, 6]), Mine().repr(range(1000, 2000)), Mine().repr(2.0))


class Broken:
    def __repr__(self):
        raise ValueError("no")


print(reprlib.repr([Broken()])[:23])


class Node:
    def __init__(self):
        self.links = [self, 1]

    @reprlib.recursive_repr("<again>")
    def __repr__(self):
        """Its words."""
        return f"Node({self.links})"


print(Node(), Node.__repr__.__doc__, Node.__repr__.__qualname__, Node.__repr__.__name__)
