# get_type_hints evaluates texts wherever they stand, once around; overloads and marks are kept; what has no annotations is refused.
from typing import (Annotated, List, Optional, Union, clear_overloads, dataclass_transform, final, get_overloads, get_type_hints, no_type_check, overload)


class Node:
    next: Optional["Node"]
    children: list["Node"]
    named: "dict[str, list[Node]]"
    either: "int | list[Node]"
    noted: Annotated[int, "note"] = 3
    inside: List[Annotated[int, 1]]


print(get_type_hints(Node))
print(get_type_hints(Node, include_extras=True)["noted"], get_type_hints(Node, include_extras=True)["inside"])


class Leaf(Node):
    next: None
    size: "int" = 0


print(list(get_type_hints(Leaf).items())[0], get_type_hints(Leaf)["size"])


def grow(tree: "Node", *more: "str", depth: list["Node"] = None, **rest: Optional["int"]) -> "Union[Node, None]":
    pass


print(get_type_hints(grow))


def missing(value: "Missing"):
    pass


def shown(*calls):
    for call in calls:
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)


shown(lambda: get_type_hints(missing), lambda: get_type_hints(missing, {"Missing": int}), lambda: get_type_hints(missing, None, {"Missing": str}),
      lambda: get_type_hints(3), lambda: get_type_hints(len), lambda: get_type_hints(lambda: 0))


def inner():
    class Local:
        other: "Local"

    return Local


shown(lambda: get_type_hints(inner()), lambda: get_type_hints(inner(), localns={"Local": bytes}))


@overload
def twice(value: int) -> int: ...
@overload
def twice(value: str) -> str: ...
def twice(value):
    return value * 2


print(len(get_overloads(twice)), twice("ab"), [each.__annotations__ for each in get_overloads(twice)])
clear_overloads()
print(get_overloads(twice))
shown(lambda: overload(twice)(3))


@final
class Last:
    @no_type_check
    def plain(self, value: "no such thing"):
        pass


@dataclass_transform(kw_only_default=True)
def marked(cls):
    return cls


print(Last.__final__, get_type_hints(Last.plain), marked.__dataclass_transform__["kw_only_default"], marked.__dataclass_transform__["field_specifiers"])
