# CPython's words for values that cannot be turned into what was asked for.
attempts = [
    lambda: int("x"),
    lambda: int("12.5"),
    lambda: int(""),
    lambda: int("z", 2),
    lambda: int(None),
    lambda: int([]),
    lambda: float("abc"),
    lambda: float(None),
    lambda: len(5),
    lambda: iter(3.5),
    lambda: list(5),
    lambda: max([]),
    lambda: min(()),
    lambda: sorted([1, "a"]),
    lambda: range("x"),
    lambda: range(1, 2, 0),
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: "x".join([1]),
    lambda: "abc".split(""),
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: isinstance(1, 5),
    lambda: float("nan") < None,
    lambda: int(float("inf")),
    lambda: int(float("nan")),
]
for n, attempt in enumerate(attempts):
    try:
        print(n, "no error:", attempt())
    except Exception as error:
        print(n, f"{type(error).__name__}: {error}")
