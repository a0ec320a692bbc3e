# conformance: stderr
# Abstract classes, dataclasses, enums, named tuples and protocols together.
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import Enum, auto, IntEnum, Flag
from typing import Protocol, NamedTuple, Optional, List, runtime_checkable
import json
class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self): return f"{self.name} with area {self.area():.2f}"
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r ** 2
    @property
    def name(self): return "Circle"
class Bad(Shape):
    def area(self): return 0
print(Circle(2).describe())
for c in (Shape, Bad):
    try: c()
    except TypeError as e: print(e)
class JsonMixin:
    def to_json(self): return json.dumps(self.__dict__, default=str, sort_keys=True)
class LogMixin:
    def log(self, m): print(f"[{self.__class__.__name__}] {m}")
@dataclass(order=True)
class Item(JsonMixin, LogMixin):
    sort_index: int = field(init=False, repr=False)
    name: str
    price: float = 0.0
    tags: List[str] = field(default_factory=list)
    def __post_init__(self): self.sort_index = int(self.price * 100)
a, b = Item("pen", 1.5), Item("book", 12.25, ["x"])
print(a, b, a < b, max(a, b).name, a.to_json(), a == Item("pen", 1.5)); a.log("hi")
@dataclass(frozen=True)
class P: x: int; y: int = 2
p = P(1)
try: p.x = 5
except Exception as e: print(type(e).__name__, e)
print(hash(p) == hash(P(1)), {p: 1}[P(1, 2)])
try: Item()
except TypeError as e: print(e)
class Color(Enum):
    RED = 1; GREEN = 2; BLUE = auto()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return self.name.lower()
print(Color.RED, repr(Color.BLUE), Color(2), Color["GREEN"].value, list(Color), Color.default(), Color.RED is Color(1), len(Color), Color.RED in Color)
for bad in (lambda: Color(9), lambda: Color["X"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
class Perm(Flag): R = 4; W = 2; X = 1
print(Perm.R | Perm.W, Perm.R in (Perm.R | Perm.X), ~Perm.R, Perm(7), bool(Perm.R & Perm.W))
class Pri(IntEnum): LOW = 1; HIGH = 10
print(Pri.HIGH > Pri.LOW, Pri.HIGH + 1, sorted([Pri.HIGH, Pri.LOW]), f"{Pri.LOW} {Pri.LOW!r}", max(Pri))
class Emp(NamedTuple):
    name: str
    id: int = 3
    def hello(self): return f"hello {self.name}"
e = Emp("Guido"); print(e, e.id, e.hello(), e._asdict(), e._replace(id=5), Emp._fields, e[0], *e)
@runtime_checkable
class Quack(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return "q"
print(isinstance(Duck(), Quack), isinstance(5, Quack))
e.name = "x"
