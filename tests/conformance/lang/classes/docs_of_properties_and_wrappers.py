# Docstrings of properties through getters and subclasses; what staticmethod and classmethod objects say of their function.
class Noted(property):
    "doc of the class"


class Base:
    @property
    def x(self):
        "of base"

    @property
    def own(self):
        "of own"

    own = property(own.fget, None, None, "given")

    @Noted
    def noted(self):
        "of the getter"

    @Noted
    def bare(self):
        pass

    @staticmethod
    def still():
        "of still"

    @classmethod
    def made(cls) -> int:
        "of made"


class Sub(Base):
    @Base.x.getter
    def x(self):
        "of sub"

    @Base.own.getter
    def own(self):
        "of another"

    @Base.noted.setter
    def noted(self, value):
        "of the setter"


print(Base.x.__doc__, "|", Sub.x.__doc__, "|", Sub.own.__doc__, "|", Base.x.setter(print).__doc__)
print(Base.__dict__["noted"].__doc__, "|", Sub.__dict__["noted"].__doc__, "|", Base.__dict__["bare"].__doc__, "|", Noted.__doc__, "|", Noted().__doc__)
for name in ("still", "made"):
    wrapped = Base.__dict__[name]
    print(wrapped.__name__, wrapped.__qualname__, wrapped.__doc__, wrapped.__module__, wrapped.__annotations__)
    print(wrapped.__dict__)
print(staticmethod.__name__, classmethod.__qualname__, staticmethod.__module__)
try:
    print(staticmethod(5).__name__)
except AttributeError as error:
    print(error)
