# conformance: stderr
# Ranges under multi-line calls, attributes, subscripts, operators and chains.
import traceback
def show(f):
    try:
        f()
    except BaseException:
        traceback.print_exc()
def boom(*args, **kw): raise ValueError("boom")
class A:
    x = None
    def m(self, *a): return self
a_ = A()
def a():
    boom(1,
         2,
         3)
def b():
    return a_.m().x.y.z
def c():
    return (a_
            .m()
            .m(1)
            .q)
def d():
    d = {"a": {"b": 1}}
    return d["a"]["b"]["c"]["d"]
def e():
    return 1 + 2 * 3 - "x" / 4
def f():
    return (1 +
            "x")
def g():
    x = 1; y = 0
    return x / y + y / x
def h():
    return boom(a_.m(boom(1), 2), 3)
def i():
    return a_.m(
        1, boom(
            2
        ), 3
    )
def j():
    return [1, 2, 3][5] + [1][0]
def k():
    return -"x"
def l():
    return not a_.nope
def m():
    return 1 < 2 < "x" < 3
def n():
    return a_.x()
def o():
    return "%d %d" % (1,)
def p():
    return "{} {}".format(1)
def q():
    return f"{1} {a_.nope!r:>{10}} {2}"
def r():
    return f"""
    {1}
    {boom()}
    """
def s():
    return 1 if boom() else 2
def t():
    return (lambda x: x.y)(1)
def u():
    return boom(**{"a": 1}, **{"a": 2})
def v():
    return boom(*5)
def w():
    return [*5]
def x():
    return int("x", base=36 + 1)
def y():
    return a_.m(x=1)
for each in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y):
    show(each)
