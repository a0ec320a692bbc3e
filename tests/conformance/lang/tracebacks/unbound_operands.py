# An unbound local that is an operand is marked itself, on its own line, whatever the operation.
import traceback


def count():
    number += 1


def second(a):
    t = t + a


def compare():
    if n > 5: n = 1


def index(a):
    x = a[i]; i = 1


def indexed():
    return q[0]
    q = 1


def multiple(a):
    x = (a +
         n * 2)
    n = 1


def condition(a):
    while (a <
           n): n = 1


def subject():
    match n:
        case 1: pass
    n = 1


def both():
    x = y * z
    y = z = 1


def right(y):
    x = y * z
    y = z = 1


def constant_left():
    return 2 ** n - 3 % n
    n = 1


def nested():
    return [n - 1 for _ in "a"]
    n = 1


def deleted(n):
    del n
    return (1, n == 2)


def late(n):
    a = n + 1; b = a * n; c = b - a; del a; return c + a


class Counter:
    total = 0
    def add(self): total += 1; return total


class Own(UnboundLocalError):
    pass


class Raises:
    def __add__(self, other): raise Own("mine")


def passes_through(r):
    return r + 1


for f, *args in (count,), (second, 1), (compare,), (index, []), (indexed,), (multiple, 1), (condition, 1), (subject,), (both,), (right, 1), (constant_left,), (nested,), (deleted, 1), (late, 1), (Counter().add,), (passes_through, Raises()):
    try:
        f(*args)
    except NameError:
        print(traceback.format_exc())


class Last:
    def __init__(self, name): self.name = name
    def __del__(self): print("gone", self.name)
    def __eq__(self, other): return self.name == other
    def __lt__(self, other):
        print("lt", self.name, other.name)
        return NotImplemented
    def __gt__(self, other):
        print("gt", self.name, other.name)
        return self.name > other.name


items = [Last(i) for i in range(3)]
items.clear()
items = [Last(i) for i in range(6)]
del items[:2]
items[1:] = []
items = [Last(i) for i in range(6)]
items[::2] = "abc"
del items[::-1]
print([each.name for each in sorted([Last(3), Last(1), Last(2)])])
