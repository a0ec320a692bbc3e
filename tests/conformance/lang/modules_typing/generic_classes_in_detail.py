# Generic takes no room in its subclasses, NamedTuple goes with it, and what was subscripted alike is alike.
import collections.abc
import copy
from typing import (Annotated, Callable, Generic, List, Literal, NamedTuple, NewType, Optional, Protocol, TypeVar, Union, get_args)

T = TypeVar("T")


class Box(Generic[T]):
    __slots__ = ("item",)
    kind = "box"


class Pair(NamedTuple, Generic[T]):
    first: T


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


def other(box):
    box.other = 1


def below_new_type():
    class Id(NewType("UserId", int)):
        pass


attempt(lambda: other(Box()))
attempt(lambda: hasattr(Box(), "__dict__"))
attempt(lambda: Box[int]().__orig_class__)
attempt(lambda: (Pair(1), Pair[int], Pair[int](2)))
attempt(lambda: (Box[int].__name__, Box[int].__qualname__, Box[int].__module__, Box[int].__doc__, Box[int].kind))
attempt(lambda: (List[int].__name__, List[int].__module__, Union.__name__))
attempt(lambda: (List[int] is List[int], Box[int] is Box[int], Optional[int] is Optional[int], Literal[1] is Literal[True]))
attempt(lambda: (Union[int, str] == (int | str), (int | str) == Union[str, int], Union[int, str] == (int | bytes)))
attempt(lambda: Annotated[int | str, "c"] == Annotated[int | str, "c"])
attempt(lambda: Annotated[List[T], "d"][int] == Annotated[List[int], "d"])
attempt(lambda: (get_args(collections.abc.Callable[[int], str]), get_args(Callable[[int, str], None]), get_args(Callable[..., int])))
attempt(lambda: Callable[[int], str] is Callable[[int], str])
attempt(lambda: List["a b"])
attempt(lambda: List["int | None"])
attempt(lambda: Generic[T][int])
attempt(lambda: Protocol[T][int])
attempt(lambda: (copy.deepcopy(T) is T, copy.copy(T) is T, copy.deepcopy([T])[0] is T))
attempt(below_new_type)
