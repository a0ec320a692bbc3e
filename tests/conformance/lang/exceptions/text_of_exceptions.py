# str and repr with no, one and more arguments; KeyError quotes.
for error in (
    ValueError(),
    ValueError("one"),
    ValueError("one", 2),
    KeyError("key"),
    KeyError(3),
    KeyError(),
    KeyError("a", "b"),
    Exception([1, 2]),
    StopIteration(5),
    AssertionError(""),
    OSError(2, "No such file"),
):
    print(f"[{error}]", repr(error), error.args)


class Custom(Exception):
    pass


class Loud(Exception):
    def __str__(self):
        return "LOUD"


print(Custom("x"), repr(Custom("x", 1)), Loud("x"), repr(Loud("x")))
print(Exception("a") == Exception("a"), isinstance(Loud(), BaseException), Custom.__name__)
