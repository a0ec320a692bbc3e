"""Annotations that are kept as they are written, and the module that the statement names."""
from __future__ import annotations, division

import __future__
import dataclasses
import typing


class Node:
    next: Node | None = None
    names: list[Undefined]

    def link(self, other: Node, *rest: undefined(1), key: "text" = 3) -> Node:
        x: nothing.at_all = 1
        return other


def double(n: int, by: float = 2 * 1) -> dict[str, int]:
    return {"n": n * 2}


@dataclasses.dataclass
class Point:
    x: int
    tags: list[str] = dataclasses.field(default_factory=list)
    kind: typing.ClassVar[str] = "point"


total: int = 5
print(Node.__annotations__, Node.link.__annotations__)
print(double.__annotations__, double(2), __annotations__)
print(Point(1), [(field.name, field.type) for field in dataclasses.fields(Point)])
print(typing.get_type_hints(double), typing.get_type_hints(Point))
print(annotations, __future__.all_feature_names[-1], annotations.getMandatoryRelease(), division.compiler_flag)
