# A class with __slots__ takes no other names and shows no __dict__, unless a base has one. Private slots are mangled.
import copy


class Point:
    __slots__ = ("x", "__secret")

    def __init__(self, x):
        self.x = x
        self.__secret = x * 2

    def tell(self):
        return self.x, self.__secret


class Deeper(Point):
    __slots__ = "y"


class Open(Point):
    pass


class Own:
    __slots__ = ["a", "__dict__"]


def tried(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


point, deeper, opened, own = Point(1), Deeper(2), Open(3), Own()
for one in (point, deeper, opened, own):
    tried(lambda: setattr(one, "y", 5))
    tried(lambda: setattr(one, "z", 6))
    if one is not opened:
        tried(lambda: vars(one))
    tried(lambda: one.y)
    tried(lambda: one.x)
tried(lambda: Point(4).secret)
tried(lambda: copy.copy(deeper).tell())
tried(lambda: copy.deepcopy(point).tell())
del point.x
tried(lambda: point.x)
tried(lambda: setattr(point, "tell", 1))
tried(lambda: object.__setattr__(point, "w", 1))
try:
    class Clash:
        __slots__ = ("n",)
        n = 1
except ValueError as error:
    print(error)
