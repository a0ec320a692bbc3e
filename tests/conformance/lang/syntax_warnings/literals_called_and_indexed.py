# conformance: stderr
# What compiles and hardly means what was written is warned of before the first line runs.
print("the first line runs")


def never_called(x):
    assert (x > 1, "a tuple is always true")
    if x is 5 or x is not "a" or x is -1 or x is ():
        return [1, 2][3, 4]
    if x is None or x is ... or 1 == x is True:
        return "abc"["a"]
    return (1, 2)["b":][1.5], f"{x}"["c"], b"abc"[b""], [c for c in x][x, 1]


def nor_this(x):
    yield 5(x)
    yield "text"(1), [1, 2](3), {}(4), {1, 2}(5), (1, 2)(6), None(7), f"{x}"(8), (y for y in x)(9)
    yield {1}[0], 5[0], None[0], {c for c in x}[1], (y for y in x)[2], (lambda: 1)[3], {}["fine"], "fine"[0], "fine"[x]
    yield (lambda: 1)(), "fine".upper(), "fine"[1:2], [1][True]


try:
    assert (), "an empty tuple is false"
except AssertionError as error:
    print("AssertionError", error)
x = 1000
print(x is 1000
      if x else
      0)
