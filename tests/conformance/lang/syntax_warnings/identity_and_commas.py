# conformance: stderr
# What the compiler warns of before the first line runs: identity with literals, assertions that cannot fail, commas left out.
x = 5
print("first line")
if x is 5 or x is not "five" or x is None or x is -1 or x is () or x is (1, 2) or x is [] or 1 is x:
    print(x is True, x is ...)
assert (x, "never shown")
assert ()or 1
try:
    pairs = [
        (1, 2)
        (3, 4),
    ]
except TypeError as error:
    print(error)
for use in (lambda: "text"(x), lambda: [1](2), lambda: {}(), lambda: {1}(), lambda: 5(1), lambda: f"{x}"(1), lambda: None(), lambda: (lambda: 3)(),
            lambda: 5[0], lambda: None[0], lambda: {1}[0], lambda: "abc"["a"], lambda: [1, 2]["b"], lambda: (1, 2)[1.5], lambda: [1, 2][1, 2],
            lambda: "abc"[None], lambda: [1][x], lambda: b"x"[True], lambda: {1: 2}["a"], lambda: [i for i in "ab"][""], lambda: f"{x}"["a"]):
    try:
        print(use())
    except Exception as error:
        print(type(error).__name__, error)
try:
    pass
finally:
    print(x is 7)
x[0] is 5 < 7 is not 8
