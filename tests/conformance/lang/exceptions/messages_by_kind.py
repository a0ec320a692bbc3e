# What is said of deleting an item depends on the type and on the key; arguments are looked at in CPython's order.
class Plain:
    pass


class Frozen(frozenset):
    pass


for one in (1, "a", b"a", (1,), range(3), {1}, frozenset(), Plain(), Plain, None, len, Frozen(), iter([]), 1.5, True):
    for key in (0, "a", None, True):
        try:
            del one[key]
        except Exception as error:
            print(type(error).__name__, error)
        try:
            one[key] = 1
        except Exception as error:
            print(type(error).__name__, error)

for call in (
    lambda: str(b"a", 1), lambda: str(1, "utf8", 2), lambda: str("a", None), lambda: str(1, errors=3), lambda: str("a", "utf8"),
    lambda: issubclass(3, ()), lambda: issubclass(3, (int,)), lambda: issubclass(int, 3), lambda: issubclass(3, 4),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
