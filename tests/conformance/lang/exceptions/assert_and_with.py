# assert's message is its argument; a context manager sees the exception and may swallow it.
def check(value, *message):
    try:
        if message:
            assert value, message[0]
        else:
            assert value
    except AssertionError as error:
        return repr(error)
    return "fine"


print(check(1), check(0), check([], "empty"), check("", ("a", 1)))


class Room:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is not None)
        return self.swallow


with Room("a") as a, Room("b") as b:
    print(a, b)
with Room("quiet", swallow=True):
    raise ValueError("unheard")
try:
    with Room("outer"), Room("inner"):
        {}["k"]
except KeyError as error:
    print("heard", error)


def leave():
    with Room("function"):
        return "value"


print(leave())
for n in range(2):
    with Room("loop"):
        continue
for bad in (5, Room):
    try:
        with bad:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
