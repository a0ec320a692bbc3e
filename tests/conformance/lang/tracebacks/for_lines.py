# conformance: stderr
# Where a for statement fails: the iterable, __iter__, __next__, the target, the else.
import traceback
def show(f):
    try:
        f()
    except BaseException:
        traceback.print_exc()
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise ZeroDivisionError("next")
        return self.n
def a():
    for x in 5:
        pass
def b():
    for x in It(
        2
    ):
        y = x
def c():
    for x, y in [(1, 2), (3,)]:
        pass
def d():
    for (
        x
    ) in range(3):
        x.foo
def e():
    for x in []:
        pass
    else:
        raise ValueError(
            "else"
        )
def f():
    for a.b.c in [1]:
        pass
def g():
    while undefined_thing > 3:
        pass
def h():
    for i in range(2): print(i); print(i.x)
def i():
    return [y for x in [[1], 2] for y in x]
def j():
    return {k: v.q
            for k, v in
            [(1, 2)]}
def k():
    return sum(1 / x for x in [1, 0])
def l():
    return [x for x in range(3)
            if x.bit_length(
                1)]
for each in (a, b, c, d, e, f, g, h, i, j, k, l):
    show(each)
