# Frozen, with slots, or both: which error an assignment gets depends on the name, and with both CPython's own mistake shows.
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace
import dataclasses
import typing


@dataclass(frozen=True)
class Frozen:
    x: int


@dataclass(frozen=True, slots=True)
class Both:
    x: int
    y: int = 1


@dataclass(slots=True)
class Slots:
    x: int
    y: list = field(default_factory=list)


for made in (Frozen(1), Both(1), Slots(1)):
    for name in ("x", "z"):
        for change in (lambda: setattr(made, name, 5), lambda: delattr(made, name)):
            try:
                print(type(made).__name__, name, change())
            except Exception as error:
                print(type(error).__name__, error)
print(Both.__slots__, hash(Both(1)) == hash((1, 1)), replace(Both(1), y=7), hasattr(Both(1), "__dict__"), Slots.x)


@dataclass
class Text:
    """Annotations that are texts: only what they name in this module counts."""
    plain: "ClassVar" = 1
    real: "typing.ClassVar[int]" = 2
    spaced: " typing . ClassVar" = 3
    init: "InitVar[int]" = 4
    other: "dataclasses.InitVar" = 5
    last: "int" = 6

    def __post_init__(self, init, other):
        print("init", init, other)


print(Text(), [each.name for each in fields(Text)])


@dataclass
class Documented:
    a: typing.Optional[int] = None
    b: "int" = 1
    c: typing.List[int] = field(default_factory=list)
    d: list[int] = field(default_factory=list)
    e: dataclasses.Field = None
    f: typing.Any = ...

    class Inside:
        pass


print(Documented.__doc__)
noted = field(metadata={"unit": "m"})
print(noted.metadata, noted.metadata["unit"], field().metadata)
for bad in (lambda: noted.metadata.update(x=1), lambda: noted.metadata.__setitem__("x", 1), lambda: field(metadata=3)):
    try:
        bad()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


@dataclass
class Tree:
    value: int
    children: list["Tree"] = field(default_factory=list)
    by_name: dict = field(default_factory=dict)
    pair: tuple = ()
    _: KW_ONLY = None
    note: str = ""


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])], {"k": Tree(5)}, (Tree(6), 7), note="n")
print(asdict(tree))
print(astuple(tree))
tree.children.append(tree)
print(tree)
Box = typing.TypeVar("Box")
Made = make_dataclass("Made", ["a", ("b", int), ("c", int, field(default=5))], bases=(typing.Generic[Box],), namespace={"sum": lambda self: self.b + self.c})
print(Made(1, 2), Made(1, 2).sum(), Made.__parameters__, Made.__mro__[1:])
