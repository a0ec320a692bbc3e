# split, subgroup, derive of groups and of classes derived from them; except* with every kind of body.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
eg=ExceptionGroup("m",[ValueError(1),TypeError(2),ExceptionGroup("n",[ValueError(3),KeyError("k")])])
print(eg, repr(eg), eg.message, eg.exceptions, eg.args)
print(eg.split(ValueError)); print(eg.subgroup(KeyError)); print(eg.split(OSError))
print(eg.subgroup(lambda e: isinstance(e,ValueError) and e.args[0]==3)); print(eg.split((ValueError,KeyError)))
print(eg.subgroup(ExceptionGroup)); print(eg.split(ExceptionGroup)); t(lambda: eg.split(5)); t(lambda: eg.split())
t(lambda: eg.subgroup(int)); t(lambda: eg.derive([ValueError(9)])); t(lambda: eg.derive([]))
t(lambda: eg.derive([KeyboardInterrupt()])); print(type(eg.derive([KeyboardInterrupt()])).__name__)
t(lambda: ExceptionGroup("m",[])); t(lambda: ExceptionGroup("m",5)); t(lambda: ExceptionGroup("m",[5]))
t(lambda: ExceptionGroup(5,[ValueError()])); t(lambda: ExceptionGroup("m")); t(lambda: ExceptionGroup("m",[KeyboardInterrupt()]))
t(lambda: BaseExceptionGroup("m",[ValueError()]))
print(type(BaseExceptionGroup("m",[ValueError()])).__name__, type(BaseExceptionGroup("m",[SystemExit()])).__name__)
t(lambda: ExceptionGroup("m",(ValueError(),))); t(lambda: ExceptionGroup("m",{ValueError()})); t(lambda: ExceptionGroup[int])
class MyEG(ExceptionGroup):
    def __new__(cls, msg, excs, code=0):
        o=super().__new__(cls,msg,excs); o.code=code; return o
    def derive(self, excs): return MyEG(self.message, excs, self.code)
g=MyEG("my",[ValueError(1),KeyError(2)],7); a,b=g.split(ValueError)
print(type(a).__name__, a.code, repr(a), repr(b)); g.add_note("nn"); a,b=g.split(ValueError); print(a.__notes__, b.__notes__)
class MyEG2(ExceptionGroup): pass
g=MyEG2("my",[ValueError(1),KeyError(2)]); a,b=g.split(ValueError); print(type(a).__name__, type(b).__name__, g.subgroup((ValueError,KeyError)) is g)
class MyEG3(ExceptionGroup):
    def derive(self, excs): return 5
t(lambda: MyEG3("a",[ValueError(),KeyError()]).split(ValueError))
class Cnt(BaseExceptionGroup, ): pass
t(lambda: Cnt("m",[SystemExit(1)])); 
def bad(*a):
    class Z(ExceptionGroup, a[0]): pass
    return Z("m",[SystemExit()])
t(lambda: bad(ValueError))
try: raise eg
except* ValueError as e: print("V", repr(e), e.__context__, e.__cause__)
except* (TypeError,KeyError) as e: print("TK", repr(e))
try:
    try: raise eg
    except* ValueError: pass
except ExceptionGroup as e: print("rest", repr(e))
try: raise ValueError("naked")
except* ValueError as e: print(repr(e), e.exceptions[0].__traceback__ is not None)
try:
    try: raise KeyError("naked")
    except* ValueError: pass
except KeyError as e: print("passed", repr(e))
try:
    try: raise eg
    except* ValueError as e: raise RuntimeError("x")
    except* TypeError as e: raise
except BaseException as e: print(repr(e), [repr(x) for x in e.exceptions], repr(e.exceptions[0].__context__))
try:
    try: raise eg
    except* ValueError as e: raise e
    except* KeyError as e: raise KeyError("new") from e
except BaseException as e: print(repr(e))
try:
    try: raise eg
    except* ExceptionGroup: pass
except TypeError as e: print(e)
try:
    try: raise eg
    except* 5: pass
except TypeError as e: print(e)
try: pass
except* ValueError: print("no")
else: print("else")
finally: print("fin")
def f():
    try: raise ExceptionGroup("a",[ValueError()])
    except* ValueError: return_=1
    finally: return 5
print(f())
for i in range(2):
    try:
        raise ExceptionGroup("a",[ValueError(i)])
    except* ValueError as e:
        print(e.exceptions)
try: e
except NameError as x: print(x)
