# conformance: stderr
"""Abstract methods and properties: who can be made, who cannot, and what is said."""
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Half(Shape):
    def area(self):
        return 1


class Square(Half):
    name = "square"


class Other(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls): ...

    @staticmethod
    @abstractmethod
    def helper(): ...


for cls in (Shape, Half, Square, Other):
    try:
        print(cls().describe())
    except TypeError as error:
        print(error)
print(sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__), Square.__abstractmethods__, type(Shape), type(Shape) is ABCMeta)


class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any("quack" in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self): ...


@Quacks.register
class Robot:
    pass


print(isinstance(Duck(), Quacks), isinstance(Robot(), Quacks), issubclass(int, Quacks), isinstance(Square(), Shape), issubclass(Half, Shape))


class Base(ABC):
    @abstractmethod
    def run(self):
        return "base"


class Impl(Base):
    def run(self):
        return "impl+" + super().run()


print(Impl().run(), Base.__name__, isinstance(3, Base))
Half()
