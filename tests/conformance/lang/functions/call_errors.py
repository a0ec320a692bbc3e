# CPython's words for calls that do not fit.
def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c, d=1):
    pass


def only(a, *, key):
    pass


def nothing():
    pass


def positional(a, /):
    pass


class Robot:
    def __init__(self, name, speed):
        pass

    def go(self, where):
        pass


calls = [
    lambda: one(),
    lambda: one(1, 2),
    lambda: two(),
    lambda: three(),
    lambda: three(1, 2, 3, 4, 5),
    lambda: two(1, 2, 3),
    lambda: two(1, b=2, a=3),
    lambda: one(1, wrong=2),
    lambda: only(1),
    lambda: only(1, 2),
    lambda: nothing(1),
    lambda: positional(a=1),
    lambda: Robot(),
    lambda: Robot("r", 1).go(),
    lambda: Robot("r", 1).go(1, 2),
    lambda: one(*5),
    lambda: one(**5),
    lambda: two(1, **{"a": 1}),
    lambda: (5)(),
]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
