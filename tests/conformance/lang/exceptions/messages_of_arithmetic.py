# CPython's words for operators that cannot work.
attempts = [
    lambda: 1 / 0,
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: divmod(1, 0),
    lambda: 0**-1,
    lambda: "a" + 1,
    lambda: 1 + "a",
    lambda: [] + (),
    lambda: () + [],
    lambda: None + 1,
    lambda: "a" * "b",
    lambda: [1] - [1],
    lambda: -"a",
    lambda: 1 < "a",
    lambda: [1] < 5,
    lambda: {} < {},
    lambda: 1 << -1,
    lambda: 2.5 & 1,
    lambda: sum(["a"]),
    lambda: abs("x"),
    lambda: round("x"),
]
for n, attempt in enumerate(attempts):
    try:
        print(n, "no error:", attempt())
    except Exception as error:
        print(n, f"{type(error).__name__}: {error}")
