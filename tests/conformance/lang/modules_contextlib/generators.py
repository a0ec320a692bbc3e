"""contextmanager: what reaches the generator, what comes out of it, and its use as a decorator."""
from contextlib import contextmanager, suppress


def attempt(f):
    try:
        print("gives", f())
    except BaseException as error:
        print(type(error).__name__, error, repr(error.__cause__), repr(error.__context__))


@contextmanager
def noted(name, *, swallow=()):
    "A note before and after."
    print("enter", name)
    try:
        yield name * 2
    except swallow as error:
        print("swallowed", repr(error))
    finally:
        print("exit", name)


def runs(manager, error=None):
    with manager as value:
        if error is not None:
            raise error
        return value


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def changes():
    try:
        yield
    except ValueError as error:
        raise TypeError("changed") from error


@contextmanager
def plain():
    yield


attempt(lambda: runs(noted("a")))
attempt(lambda: runs(noted("b", swallow=ValueError), ValueError("v")))
attempt(lambda: runs(noted("c"), KeyError("k")))
attempt(lambda: runs(never()))
attempt(lambda: runs(twice()))
attempt(lambda: runs(twice(), ValueError("x")))
attempt(lambda: runs(changes(), ValueError("first")))
for error in (StopIteration("s"), RuntimeError("r"), GeneratorExit("g"), KeyboardInterrupt()):
    attempt(lambda: runs(plain(), error))
used = noted("once")
with used:
    pass
attempt(lambda: runs(used))


@noted("deco")
def work(x):
    "Works."
    return x + 1


print(work(1), work(2), work.__name__, work.__doc__, noted.__doc__, noted.__wrapped__.__name__)


def returns_early():
    for i in range(3):
        with noted(str(i)), suppress(ZeroDivisionError):
            if i == 1:
                return "early"
            1 / 0


print(returns_early())
