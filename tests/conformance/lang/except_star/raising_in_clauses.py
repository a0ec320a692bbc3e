# What clauses raise is put together with what was raised again and what nobody took.
def show(error, depth=1):
    print("  " * depth + repr(error), "context:", repr(error.__context__), "cause:", repr(error.__cause__))
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            show(each, depth + 1)


def attempt(title, function):
    print(title)
    try:
        function()
    except BaseException as error:
        show(error)


def one_new():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError:
        raise OSError("new")


def new_and_rest():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise OSError("new") from None


def two_new():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        raise OSError("first") from group
    except* TypeError:
        raise KeyError("second")


def again():
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), ValueError(3)]), OSError(4)])
    except* ValueError:
        raise
    except* TypeError as group:
        raise group
    except* OSError:
        pass


def naked_new():
    try:
        raise ValueError(1)
    except* ValueError:
        raise OSError(2)


def naked_again():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


def from_finally():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError:
            pass
        finally:
            raise OSError("finally")
    finally:
        print("  outer finally")


for each in (one_new, new_and_rest, two_new, again, naked_new, naked_again, from_finally):
    attempt(each.__name__, each)
