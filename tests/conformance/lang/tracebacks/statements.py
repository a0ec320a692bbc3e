# conformance: stderr
# Ranges under assignments, augmented assignments, del, assert, raise, import, unpacking, annotations, decorators, classes.
import traceback
def show(f):
    try:
        f()
    except BaseException:
        traceback.print_exc()
class A:
    __slots__ = ("s",)
    @property
    def p(self): return 1
o = A()
def a():
    x = 1
    x += "a"
def b():
    o.s += 1
def c():
    d = {}
    d["k"] += 1
def d():
    o.p = 5
def e():
    del o.s
def f():
    del undefined_name
def g():
    d = [1]
    del d[3]
def h():
    x, y = 1
def i():
    x, *y = []
def j():
    (x, y), z = [1, 2, 3], 4
def k():
    assert 1 == 2, "message %s" % o.nope
def l():
    assert (1 ==
            2), (
        "two lines")
def m():
    raise ValueError("x") from KeyError("y")
def n():
    raise 5
def oo():
    raise ValueError from 5
def p():
    raise
def q():
    x: undefined_annotation = 1
    print("local annotations are not evaluated")
    y: int = o.nope
def r():
    @undefined_decorator
    @print
    def inner(): pass
def s():
    @o.nope(1)
    class Inner: pass
def t():
    class Inner(undefined_base):
        pass
def u():
    class Inner:
        x = 1
        y = x.nope
def v():
    def inner(x=o.nope): pass
def w():
    def inner(x: o.nope): pass
def x():
    import nope_module
def y():
    from sys import nope
def z():
    from nope_module import x
def aa():
    global zz
    return zz
def bb():
    print(later)
    later = 1
def cc():
    def inner(): return free
    inner()
    free = 1
def dd():
    o.s = o.t = 5
def ee():
    a = b = c = 1 / 0
def ff():
    lst = [1, 2, 3]
    lst[0:2] = 5
def gg():
    lst = [1]
    lst[1], lst[2] = 1, 2
def hh():
    if (y := o.nope) > 3: pass
def ii():
    match o.nope:
        case 1: pass
def jj():
    match 5:
        case A(q=1): pass
        case int(1, 2): pass
def kk():
    match {"a": 1}:
        case {"a": x} if x.foo: pass
def ll():
    return (yield)
def mm():
    try:
        1/0
    except undefined_exc:
        pass
def nn():
    try:
        1/0
    except "string":
        pass
for each in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, oo, p, q, r, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff, gg, hh, ii, jj, kk, ll, mm, nn):
    show(each)
