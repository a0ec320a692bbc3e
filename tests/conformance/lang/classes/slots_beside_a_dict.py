# __slots__ with "__dict__" among them: what stands in a slot does not show in __dict__ or vars(), and a new __dict__ leaves it alone.


class Base:
    __slots__ = ("__dict__", "mark", "_Base__own")

    def __init__(self, **values):
        self.__dict__ = values
        self.mark = sorted(values)


class Derived(Base):
    kind = "derived"


one = Derived(a=1, b=2)
print(one.__dict__, vars(one), one.mark, one.a, one.kind)
one.c = 3
print(one.__dict__, hasattr(one, "_Base__own"))
one.__dict__ = {"z": 26}
print(one.__dict__, one.mark, hasattr(one, "a"))
one.mark = "new"
del one.z
print(one.__dict__, one.mark)
del one.mark
print(hasattr(one, "mark"), one.__dict__)


class Plain:
    pass


two = Plain()
two.x = 1
two.__dict__ = {"y": 2}
print(vars(two), hasattr(two, "x"))
