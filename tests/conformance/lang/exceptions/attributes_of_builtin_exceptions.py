# What builtin exceptions keep beside args, how they show themselves, and what cannot be raised or caught.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
e=OSError(2,"No such","file.txt"); print(e.errno,e.strerror,e.filename,e.args,str(e),repr(e),type(e).__name__, e.filename2)
e=OSError(2,"No such","a",None,"b"); print(e, e.filename2, e.args)
e=OSError("x"); print(e.errno,e.strerror,e.filename,str(e),repr(e))
e=OSError(); print(repr(e), e.args, e.errno)
e=OSError(13,"perm"); print(type(e).__name__, e); e=OSError(9999,"x"); print(type(e).__name__, e); e=OSError(1,2,3,4,5,6) if 0 else None
for n in (1,2,3,4,10,11,13,17,20,21,32,103,104,110,111,115): print(n, type(OSError(n,"m")).__name__, end=' ')
print()
class MyOS(OSError): pass
print(type(MyOS(2,"x")).__name__, MyOS(2,"x"), MyOS("a").args)
class MyOS2(OSError):
    def __init__(s,a): s.a=a; super().__init__(5,"five")
e=MyOS2(1); print(e, e.errno, e.args, e.a)
e=FileNotFoundError(2,"a","b"); print(e, e.filename); print(IOError is OSError, EnvironmentError is OSError)
e=UnicodeDecodeError("utf-8",b"abc",1,2,"why"); print(e, e.encoding, e.object, e.start, e.end, e.reason, e.args)
e=UnicodeEncodeError("ascii","é",0,1,"why"); print(e, repr(e)); e=UnicodeTranslateError("é",0,1,"why"); print(e)
e=UnicodeEncodeError("ascii","ab",0,2,"why"); print(e); e=UnicodeDecodeError("utf-8",b"\xff\xfe",0,2,"w"); print(e)
t(lambda: UnicodeDecodeError()); t(lambda: UnicodeDecodeError(1,2,3,4,5)); t(lambda: UnicodeEncodeError("a",b"x",1,2,"c"))
def f():
    try: b"\xff".decode()
    except UnicodeDecodeError as e: e.reason="mine"; e.start=0; print(e, e.object, e.end)
f()
try: "é€".encode("ascii")
except UnicodeError as e: print(e, e.start, e.end, e.object, e.encoding, e.reason)
e=StopIteration(5); print(e.value, e.args, e); e=StopIteration(); print(e.value, repr(e)); e=StopIteration(1,2); print(e.value)
e=StopAsyncIteration(3); print(e.args, hasattr(e,'value'))
e=SystemExit(3); print(e.code, e, repr(e)); e=SystemExit(); print(e.code); e=SystemExit(1,2); print(e.code); e=SystemExit("x"); print(e.code)
e=KeyError("a"); print(e, repr(e), e.args); e=KeyError("a","b"); print(e); e=KeyError(); print(str(e)=="" , repr(e)); e=KeyError(5)
print(e); e=KeyError(KeyError("x")); print(e)
e=AttributeError("m",name="n",obj=5); print(e.name,e.obj,e); e=AttributeError("m"); print(e.name,e.obj)
t(lambda: AttributeError("m",foo=1)); t(lambda: NameError("m",obj=1)); e=NameError("x",name="y"); print(e.name)
try: (5).foo
except AttributeError as e: print(e.name, e.obj)
try: zzz
except NameError as e: print(e.name, e)
try: import nope_x
except ImportError as e: print(e.name, e.path, e.msg, type(e).__name__)
try: from json import nope_y
except ImportError as e: print(e.name, e.msg[:40])
e=ImportError("m",name="n",path="p"); print(e.name,e.path,e.msg,e); t(lambda: ImportError("m",foo=1))
t(lambda: ValueError(a=1)); t(lambda: Exception(a=1)); t(lambda: KeyError(a=1)); t(lambda: OSError(a=1)); t(lambda: StopIteration(a=1))
e=SyntaxError("m",("f.py",1,2,"text",1,3)); print(e.msg,e.filename,e.lineno,e.offset,e.text,e.end_lineno,e.end_offset,e)
e=SyntaxError("m"); print(e.lineno, e); e=SyntaxError(); print(e.msg, e)
e=Exception("a",1); print(e, e.args); e.args=(5,); print(e); 
def f(): e.args=5
t(f)
def f(): e.__cause__=5
t(f)
def f(): e.__context__=5
t(f)
def f(): e.__traceback__=5
t(f)
e.__cause__=ValueError(); print(e.__suppress_context__); e.__cause__=None; print(e.__suppress_context__)
e.add_note("n1"); e.add_note("n2"); print(e.__notes__); t(lambda: e.add_note(5)); t(lambda: e.add_note())
print(Exception("a")==Exception("a"), hash(e)==hash(e)); print(e.with_traceback(None) is e); t(lambda: e.with_traceback(5))
class M(Exception):
    def __init__(s,a,b=2): s.a=a
m=M(1,b=3); print(m.args, m, repr(m)); 
class M2(Exception):
    def __str__(s): return "custom"
print(M2(1), repr(M2(1)), [M2(1)])
class M3(Exception):
    def __new__(cls,*a,**k): o=super().__new__(cls,*a); o.k=k; return o
    def __init__(s,*a,**k): pass
m=M3(1,z=2); print(m.args, m.k)
t(lambda: 1 if isinstance(KeyError(), LookupError) else 0)
print(issubclass(ModuleNotFoundError, ImportError), BlockingIOError(11,"a").characters_written if hasattr(BlockingIOError(11,"a"),'characters_written') else "no")
def f(): raise 5
t(f)
def f(): raise int
t(f)
def f(): raise ValueError from 5
t(f)
def f(): raise ValueError("a") from KeyError
try: f()
except ValueError as e: print(repr(e.__cause__))
def f(): raise None
t(f)
def f(): raise
t(f)
def f():
    try: 1/0
    except 5: pass
t(f)
def f():
    try: 1/0
    except (ValueError, "a"): pass
t(f)
def f():
    try: 1/0
    except [ZeroDivisionError]: pass
t(f)
class BadInit(Exception):
    def __init__(s): raise KeyError("in init")
def f(): raise BadInit
t(f)
class NotExc(Exception):
    def __new__(cls): return 5
def f(): raise NotExc
t(f)
