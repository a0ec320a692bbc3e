# A circle in the chain of contexts, what `throw` was given makes no exception, and all classes of an except clause are looked at.
try:
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)
except TypeError as error:
    print(repr(error.__context__))
first, second, third = ValueError("a"), KeyError("b"), OSError("c")
first.__context__, second.__context__, third.__context__ = second, third, second
try:
    try:
        raise first
    except ValueError:
        raise RuntimeError("d")
except RuntimeError as error:
    print(repr(error.__context__), repr(error.__context__.__context__))


class NoException(Exception):
    def __new__(cls, *args):
        return cls


def generator():
    yield


walk = generator()
next(walk)
for throw in (lambda: walk.throw(NoException), lambda: walk.throw(NoException, "x"), lambda: walk.throw(5)):
    try:
        throw()
    except TypeError as error:
        print(error)


def handled(classes):
    try:
        try:
            raise ValueError("v")
        except classes:
            print("matched")
    except Exception as error:
        print(type(error).__name__, error)


for classes in (ValueError, 42), (42, ValueError), (KeyError, ValueError), ((ValueError,),), (), ValueError, (ValueError, "x", KeyError):
    handled(classes)
