# conformance: stderr
# Where a with statement's own steps fail: the manager, __enter__, __exit__, the target.
import sys, traceback
def show(f):
    try:
        f()
    except BaseException:
        traceback.print_exc()
class BadEnter:
    def __enter__(self):
        raise ValueError("enter")
    def __exit__(self, *a):
        pass
class BadExit:
    def __enter__(self):
        return self
    def __exit__(self, *a):
        raise KeyError("exit")
class Good:
    def __enter__(self): return 5
    def __exit__(self, *a): return False
def a():
    with BadEnter() as x:
        pass
def b():
    with BadExit() as x:
        x = 1
        y = 2
def c():
    with (
        Good() as g,
        BadExit(),
    ):
        raise RuntimeError("body")
def d():
    with Good() as (p, q):
        pass
def e():
    with 5:
        pass
def f():
    with Good() as g, undefined_manager:
        pass
def g():
    with Good():
        for i in range(3):
            1 / (i - 1)
def h():
    with BadExit():
        return 1
def i():
    with open_it(), Good():
        pass
def open_it():
    return None
for each in (a, b, c, d, e, f, g, h, i):
    show(each)
