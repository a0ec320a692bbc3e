"""ABCMeta: registration, __subclasshook__, what is still abstract, and the abstract classes of collections.abc as bases."""
from abc import ABC, ABCMeta, abstractmethod
import collections.abc as ca


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...


class Square(Shape):
    def area(self):
        return 1


attempt(Shape)
attempt(Square)
attempt(lambda: type("Full", (Square,), {"name": "full", "make": 1})().area())
attempt(lambda: type("Part", (Square,), {"name": "part"})())


class Sized(ABC):
    pass


@Sized.register
class Foreign:
    pass


class Below(Sized):
    pass


print(isinstance(Foreign(), Sized), issubclass(Foreign, Below), Sized.register(int), isinstance(True, Sized), isinstance("", Sized))
Below.register(str)
print(isinstance("", Sized), isinstance("", Below))
attempt(lambda: Below.register(Sized))
attempt(lambda: Sized.register(5))
attempt(lambda: issubclass(5, Sized))


class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any("quack" in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self): pass


print(isinstance(Duck(), Quacks), issubclass(int, Quacks), issubclass(Duck, type("More", (Quacks,), {})))
for name in ca.__all__:
    kinds = [kind.__name__ for kind in (int, str, list, tuple, dict, set, frozenset, bytes, range, type(None), type({}.keys())) if issubclass(kind, getattr(ca, name))]
    print(name, kinds, sorted(getattr(ca, name).__abstractmethods__))


class Words(ca.Sequence):
    def __init__(self, *words): self.words = words
    def __len__(self): return len(self.words)
    def __getitem__(self, i): return self.words[i]


class Bag(ca.MutableMapping):
    def __init__(self): self.held = {}
    def __getitem__(self, k): return self.held[k]
    def __setitem__(self, k, v): self.held[k] = v
    def __delitem__(self, k): del self.held[k]
    def __iter__(self): return iter(self.held)
    def __len__(self): return len(self.held)


w = Words("a", "b", "c", "b")
print(list(w), "b" in w, w.index("b", 2), w.count("b"), list(reversed(w)))
attempt(lambda: w.index("z"))
b = Bag()
b.update({"x": 1}, y=2)
print(b.get("z", 0), b.setdefault("z", 3), b.pop("x"), b.popitem(), list(b.items()), b == {"z": 3}, b.keys() & {"z"}, 3 in b.values())
attempt(lambda: b.pop("nope"))
attempt(lambda: hash(b))
attempt(lambda: reversed(b))
print(ca.Callable[[int, str], float], ca.Callable[..., int], ca.Mapping[str, int])
