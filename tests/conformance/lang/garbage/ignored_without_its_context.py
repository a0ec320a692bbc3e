# conformance: stderr
# What is ignored is told without what it came in the handling of, or from: the interpreter writes that one exception alone.


class Careless:
    def __del__(self):
        try:
            {}["missing"]
        except KeyError as error:
            raise ValueError("two\nlines", 2) from error


class Strange:
    def __del__(self):
        try:
            1 / 0
        finally:
            raise Unsaid(1)


class Unsaid(Exception):
    def __str__(self):
        raise RuntimeError("no words")


class Noted:
    def __del__(self):
        error = KeyError("k")
        error.add_note("a note")
        raise error


class Grouped:
    def __del__(self):
        raise ExceptionGroup("both", [ValueError(1), TypeError(2)])


class Silent:
    def __del__(self):
        raise ValueError


def generator():
    try:
        yield 1
    finally:
        raise LookupError("in finally")


for kind in (Careless, Strange, Noted, Grouped, Silent):
    print(kind.__name__)
    kind()
g = generator()
next(g)
del g
print("end")
