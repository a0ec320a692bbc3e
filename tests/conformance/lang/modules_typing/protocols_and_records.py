# Protocols that are asked about values and classes; typed dicts and named tuples that inherit, and what they refuse.
from typing import (NamedTuple, NotRequired, Protocol, Required, SupportsAbs, SupportsIndex, SupportsInt, TypedDict, TypeVar, get_type_hints,
                    is_typeddict, runtime_checkable)


def shown(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


class Speaks(Protocol):
    def speak(self) -> str: ...


@runtime_checkable
class Goes(Protocol):
    x: int

    def go(self): ...


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class Dog:
    x = 3

    def speak(self):
        return "wuff"

    def go(self):
        pass


class Lame(Dog):
    go = None


class Parrot(Speaks):
    pass


class File:
    def close(self):
        pass


shown(lambda: isinstance(Dog(), Speaks), lambda: issubclass(Dog, Speaks), lambda: isinstance(Dog(), Goes), lambda: isinstance(Lame(), Goes),
      lambda: issubclass(Dog, Goes), lambda: issubclass(Dog, Closes), lambda: issubclass(File, Closes), lambda: issubclass(3, Closes), lambda: Speaks(),
      lambda: Parrot().speak(), lambda: issubclass(Parrot, Speaks), lambda: isinstance(object(), Closes), lambda: runtime_checkable(Dog),
      lambda: type("Bad", (Dog, Protocol), {}), lambda: isinstance(3, SupportsInt), lambda: isinstance("3", SupportsInt),
      lambda: issubclass(int, SupportsIndex), lambda: isinstance([], SupportsAbs))


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Rated(Movie, total=False):
    stars: float
    year: Required[int]


shown(lambda: Movie(title="M"), lambda: Rated.__required_keys__ == {"title", "year"}, lambda: Rated.__optional_keys__, lambda: Rated.__total__,
      lambda: (Rated.__bases__, Rated.__mro__), lambda: isinstance({}, Movie), lambda: TypedDict("X", {"a": int}, b=int),
      lambda: TypedDict("X", {"a": int}, total=False).__optional_keys__, lambda: get_type_hints(Rated), lambda: get_type_hints(Rated, include_extras=True),
      lambda: (is_typeddict(Movie), is_typeddict(dict)), lambda: type(Movie(title="M")))


def mixed():
    class Bad(Movie, Dog):
        pass


class Point(NamedTuple):
    """A place."""
    x: int
    y: str = "a"

    def twice(self):
        return self.x * 2


def gap():
    class Bad(NamedTuple):
        a: int = 1
        b: str


def other_base():
    class Bad(NamedTuple, Dog):
        a: int


def hidden():
    class Bad(NamedTuple):
        _a: int


def overwritten():
    class Bad(NamedTuple):
        a: int

        def _replace(self):
            pass


shown(mixed, gap, other_base, hidden, overwritten, lambda: Point(1), lambda: Point(2).twice(), lambda: Point(), lambda: Point(1, 2, 3),
      lambda: (Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__, Point.__bases__), lambda: Point(1)._replace(q=5),
      lambda: Point._make([1]), lambda: NamedTuple("Y", [("a", int)], b=int), lambda: NamedTuple("Y", self=int, cls=str)(1, "x"), lambda: NamedTuple("Y")())
