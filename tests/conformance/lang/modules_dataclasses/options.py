"""frozen, order, slots, kw_only, KW_ONLY, InitVar, ClassVar, unsafe_hash, eq=False."""
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field, make_dataclass, asdict
from typing import ClassVar, Optional


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0


a, b = Version(1, 2), Version(1, 3)
print(a < b, a >= b, max(a, b), sorted([b, a]), hash(a) == hash(Version(1, 2)), {a: 1}[Version(1, 2)], len({a, b, Version(1, 3)}))
for action in (lambda: setattr(a, "major", 2), lambda: delattr(a, "major"), lambda: setattr(a, "new", 2), lambda: a < 3):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error, isinstance(error, AttributeError))


@dataclass(kw_only=True)
class Settings:
    host: str
    port: int = 80


@dataclass
class Mixed:
    first: int
    _: KW_ONLY
    second: int = 2
    third: int


print(Settings(host="h"), Mixed(1, third=3), Mixed.__match_args__, Settings.__match_args__)
for call in (lambda: Settings("h"), lambda: Settings(), lambda: Mixed(1), lambda: Mixed(1, 2, third=3)):
    try:
        call()
    except TypeError as error:
        print(error)


@dataclass
class Account:
    count: ClassVar[int] = 0
    owner: str
    start: InitVar[int]
    balance: int = field(init=False, default=0)
    parent: Optional["Account"] = None

    def __post_init__(self, start):
        self.balance = start * 100
        Account.count += 1


acc = Account("ann", 5)
print(acc, Account.count, asdict(Account("bob", 1, acc)))


@dataclass(slots=True)
class Slim:
    a: int
    b: int = 3


print(Slim(1), Slim.__slots__, Slim(1) == Slim(1, 3))


@dataclass(eq=False)
class Identity:
    v: int


print(Identity(1) == Identity(1), hash(Identity(1)) is not None)


@dataclass(repr=False, init=False, unsafe_hash=True)
class Bare:
    v: int = 5


print(Bare().v, hash(Bare()) == hash((5,)), Bare() == Bare())


@dataclass
class Node:
    value: int
    next: "Node" = None


n = Node(1)
n.next = n
print(n)
Made = make_dataclass("Made", ["x", ("y", int), ("z", int, 7)])
print(Made(1, 2), Made.__name__)


@dataclass
class Own:
    v: int

    def __repr__(self):
        return f"<own {self.v}>"

    def __eq__(self, other):
        return True


print(Own(1), Own(1) == Own(2), [Own(3)])
try:
    @dataclass
    class Thawed(Version):
        z: int = 0
except TypeError as error:
    print(error)
