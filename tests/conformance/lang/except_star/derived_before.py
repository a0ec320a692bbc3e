# derive() gives one that was raised before, and swallowed by C: its traceback is the group's then, or none.
class Group(ExceptionGroup, IndexError):
    def derive(self, members):
        return other


other = Group("a", [ValueError()])


class Sequence:
    def __getitem__(self, index):
        raise other


print(list(Sequence()))
print(Group("source", [ValueError(), TypeError()]).split(ValueError), other.__traceback__)


def generator():
    try:
        raise KeyError("k")
    except KeyError:
        yield 1


walk = generator()
next(walk)
try:
    walk.throw(other)
except Group as error:
    print(repr(error), repr(error.__context__))
