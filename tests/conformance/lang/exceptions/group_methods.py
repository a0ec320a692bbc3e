# ExceptionGroup: split, subgroup, derive, nesting, except* and its rules.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def make(): return ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [TypeError(2), ValueError(3), ExceptionGroup("low", [OSError(4)])]), KeyError("k")])


g = make()
print(repr(g)); print(str(g), g.message, g.exceptions, len(g.exceptions))
t(g.subgroup, ValueError); t(g.subgroup, (TypeError, KeyError)); t(g.subgroup, lambda e: isinstance(e, OSError)); t(g.subgroup, RuntimeError); t(g.subgroup, 5); t(g.subgroup, ExceptionGroup); t(g.split, ValueError); t(g.split, lambda e: True); t(g.split, lambda e: False)
t(g.derive, [ValueError(9)]); t(g.derive, []); t(lambda: g.subgroup(lambda e: 1 / 0))


class MyGroup(ExceptionGroup):
    def __new__(cls, message, errors, code): self = super().__new__(cls, message, errors); self.code = code; return self
    def derive(self, errors): return MyGroup(self.message, errors, self.code)


m = MyGroup("mine", [ValueError(1), TypeError(2)], 7); a, b = m.split(ValueError); print(repr(a), a.code, repr(b), b.code, type(a).__name__)


def run(exc):
    try:
        try:
            raise exc
        except* ValueError as eg: print("V", eg.exceptions, end=" ")
        except* (TypeError, OSError) as eg: print("TO", eg.exceptions, end=" ")
    except BaseException as rest: print("rest", repr(rest), end=" ")
    else: print("clean", end=" ")
    print()


run(make()); run(ValueError("plain")); run(KeyError("plain")); run(ExceptionGroup("v", [ValueError(1)])); run(ExceptionGroup("k", [KeyError(1)])); run(BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)]))


def reraise():
    try:
        raise ExceptionGroup("r", [ValueError(1), TypeError(2)])
    except* ValueError: raise
    except* TypeError as t: raise RuntimeError("new") from t


try: reraise()
except ExceptionGroup as e: print(repr(e), [repr(x.__cause__) for x in e.exceptions], repr(e.__context__))


def bad_type():
    try: raise ValueError(1)
    except* ExceptionGroup: pass
def bad_type2():
    try: raise ValueError(1)
    except* 5: pass


t(bad_type); t(bad_type2)


def in_loop():
    out = []
    for i in range(3):
        try:
            if i != 1: raise ExceptionGroup("l", [ValueError(i)])
        except* ValueError as e: out.append(e.exceptions[0].args[0])
        else: out.append("fine")
    return out


print(in_loop()); print(isinstance(g, Exception), issubclass(ExceptionGroup, BaseExceptionGroup), ExceptionGroup.__mro__[1:3])
