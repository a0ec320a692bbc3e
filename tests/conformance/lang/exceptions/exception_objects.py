# Exceptions as objects: args, str, repr, attributes, constructor errors, notes, chaining, raise of what is none.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for e in (Exception(), Exception("a"), Exception("a", 1), KeyError("k"), KeyError("a", "b"), KeyError(), OSError(), OSError("x"), OSError(2, "No such"), OSError(2, "No such", "file"), OSError(13, "x", "a", None, "b"), SystemExit(), SystemExit(3), StopIteration(5),
          UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), UnicodeEncodeError("ascii", "é", 0, 1, "bad"), SyntaxError("m"), SyntaxError("m", ("f", 1, 2, "text")), ImportError("m", name="n", path="p"), NameError("x", name="y"), AttributeError("x", name="y", obj=5),
          ValueError(None), ValueError([1]), ValueError(ValueError("inner")), AssertionError(), ExceptionGroup("g", [ValueError(1)]), Warning("w"), KeyboardInterrupt()):
    print(repr(e), "|", str(e), "|", e.args, type(e).__mro__[1].__name__)
print([type(OSError(n, "m")).__name__ for n in (1, 2, 13, 17, 32, 104, 110, 111, 4, 999)])
e = OSError(2, "m", "f"); print(e.errno, e.strerror, e.filename, e.filename2); e = SystemExit(1, 2); print(e.code); e = ImportError("m", name="n"); print(e.name, e.path, e.msg); e = AttributeError("q", obj=3); print(e.obj, e.name)
e = UnicodeDecodeError("utf-8", b"\xffa", 0, 1, "bad"); print(e.encoding, e.object, e.start, e.end, e.reason)
t(Exception, x=1); t(OSError, 1, x=2); t(ImportError, "m", foo=1); t(NameError, "m", foo=1); t(UnicodeDecodeError, "a"); t(UnicodeDecodeError, "a", "b", 0, 1, "r"); t(StopIteration, 1, 2); t(ExceptionGroup); t(ExceptionGroup, "m"); t(ExceptionGroup, "m", [])
t(ExceptionGroup, "m", [1]); t(ExceptionGroup, 5, [ValueError()]); t(ExceptionGroup, "m", [KeyboardInterrupt()]); t(BaseExceptionGroup, "m", [KeyboardInterrupt()]); t(BaseExceptionGroup, "m", [ValueError()]); t(ExceptionGroup, "m", 5)
t(SyntaxError, "m", 5); t(SyntaxError, "m", (1,)); t(SyntaxError, "m", ("f", 1, 2, "t", 5))
e = ValueError("x"); e.add_note("n1"); e.add_note("n2"); print(e.__notes__); t(e.add_note, 5); t(e.with_traceback, 5); print(e.with_traceback(None) is e); e.args = [1, 2]; print(e.args, e); t(setattr, e, "args", 5)
t(setattr, e, "__cause__", 5); t(setattr, e, "__context__", "x"); t(setattr, e, "__traceback__", 5); t(setattr, e, "__suppress_context__", 5); t(delattr, e, "args"); e.__cause__ = KeyError(); print(e.__suppress_context__, repr(e.__cause__)); e.custom = 1; print(e.__dict__); t(lambda: e.nope)


class My(Exception):
    def __init__(self, code, *, detail="d"): self.code = code; self.detail = detail
class My2(Exception):
    def __init__(self, a): super().__init__(a, "extra")
class My3(ValueError, KeyError): pass
class My4(Exception):
    def __new__(cls, *args): print("new", args, end=" "); return super().__new__(cls, "from new")
    def __init__(self, *args): pass


m = My(5, detail="x"); print(repr(m), str(m), m.args, m.code); m = My2(1); print(repr(m), m.args); print(repr(My3("k")), str(My3("k")), My3.__mro__[1].__name__); m = My4(1, 2); print(repr(m), m.args); t(My); t(My, 1, 2)


def raise_(x): raise x


for bad in (5, "x", None, int, ValueError, object(), [ValueError], StopIteration): t(raise_, bad)
