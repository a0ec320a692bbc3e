# conformance: stderr
# finally, nested handlers, raise in except and finally, raise from None, notes, re-raise with traceback.
import traceback
def show(f):
    try:
        f()
    except BaseException:
        traceback.print_exc()
def a():
    try:
        1 / 0
    finally:
        [][0]
def b():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("k") from None
def c():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise KeyError("k") from e
    except KeyError:
        {}["z"]
def d():
    try:
        1 / 0
    except ZeroDivisionError as e:
        e.add_note("a note")
        e.add_note("two\nlines")
        raise
def e():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise e
def f():
    def inner():
        raise ValueError("inner")
    try:
        inner()
    except ValueError as e:
        saved = e
    raise saved
def g():
    try:
        raise ValueError("x")
    except ValueError as e:
        raise e.with_traceback(None)
def h():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError:
            if i: raise TypeError("t")
            continue
        finally:
            pass
def i():
    e = ValueError("cause cycle")
    e.__cause__ = e
    raise e
def j():
    raise ExceptionGroup("group", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), TypeError("t")])])
def k():
    errors = []
    for f in (a, b, e):
        try:
            f()
        except Exception as x:
            x.add_note(f"from {f.__name__}")
            errors.append(x)
    raise ExceptionGroup("many", errors)
def l():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as eg:
        raise KeyError("in handler")
def m():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        pass
    except* TypeError as t:
        raise
def n():
    raise ExceptionGroup("outer", [ExceptionGroup("x", [ExceptionGroup("y", [ValueError(i) for i in range(20)])])])
def o():
    try:
        1/0
    except* ZeroDivisionError:
        raise ValueError("naked") from None
class Odd(Exception):
    def __str__(self): raise RuntimeError("str")
class Multi(Exception):
    def __str__(self): return "line one\nline two"
class Empty(Exception):
    def __str__(self): return ""
def p(): raise Odd()
def q(): raise Multi()
def r(): raise Empty()
def s(): raise KeyError("a\nb")
def t():
    class Local(Exception): pass
    raise Local("local")
def u():
    e = ValueError("notes")
    e.__notes__ = ["ok", 5, None]
    raise e
def v():
    e = ValueError("notes")
    e.__notes__ = "not a list"
    raise e
for each in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v):
    print(each.__name__, flush=True)
    show(each)
