# conformance: stderr
# The module traceback, unlike the interpreter, adds no "Did you mean" (until 3.12).
import traceback, math, sys
def show(f):
    try:
        f()
    except BaseException:
        traceback.print_exc()
counter = 1
class Robot:
    colour = 1
    def __init__(self): self.position = 2
    def move(self): return positon
    def move2(self): return position
    def speak(self): return self.colr
    @classmethod
    def cm(cls): return colour
r = Robot()
def a(): return countr
def b(): return prnt("x")
def c(): return r.postion
def d(): return r.colur
def e(): return math.squrt(2)
def f(): from sys import pathh
def g():
    local_value = 1
    return local_valu
def h(): return Robot.mov
def i(): return r.move()
def j(): return r.move2()
def k(): return r.speak()
def l(): return "x".uper()
def m(): return [].apend(1)
def n(): return lenght([])
def o(): return None.foo
def p(): return x_unknown_completely
def q(): r.psition += 1
def s(): del r.postion
def t(): from sys import argvv
def u(): import maths
def v(): return ValueEror
def w(): return sys.pth
def x(): return Robot.cm()
def y():
    def outer_fn():
        enclosed = 1
        def inner():
            return enclosd, enclosed
        return inner()
    return outer_fn()
def z(): return a.__nme__
def aa(): return r.POSITION
def bb(): return Counter
def cc(): return (1).reel
def dd(): return ().cont(1)
def ee(): return {}.itms()
def ff(): raise NameError("custom")
def gg(): raise NameError("name 'countr' is not defined")
def hh(): raise NameError("x", name="countr")
def ii(): raise AttributeError("x", name="colur", obj=r)
def jj(): return time.sleep(1)
def kk(): return asyncio
for each in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, s, t, u, v, w, x, y, z, aa, bb, cc, dd, ee, ff, gg, hh, ii, jj, kk):
    show(each)
