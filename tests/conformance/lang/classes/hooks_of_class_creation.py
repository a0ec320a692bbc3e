# __init_subclass__, __set_name__, __class_getitem__, type() with three arguments, __slots__ that cannot be.
class Base:
    subs=[]
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw); cls.tag=tag; Base.subs.append(cls.__name__); print("init_sub", cls.__name__, tag)
class A(Base, tag="a"): pass
class B(A): pass
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def f():
    class C(Base, foo=1): pass
t(f)
def f():
    class C(foo=1): pass
t(f)
def f():
    class C(object, foo=1): pass
t(f)
class Desc:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name)
class S(Base, tag=3):
    a=Desc(); b=Desc()
class Bad:
    def __set_name__(self, owner, name): raise ValueError("bad")
def f():
    class C: z=Bad()
t(f)
try: f()
except RuntimeError as e: print(repr(e.__cause__))
class BadArgs:
    def __set_name__(self): pass
def f():
    class C: z=BadArgs()
t(f)
class G:
    def __class_getitem__(cls, item): return (cls.__name__, item)
print(G[int], G[1,2]); t(lambda: G()[1])
class H(G): pass
print(H["x"])
t(lambda: A[1]); t(lambda: int[1]); t(lambda: list[int]); t(lambda: dict[str,int]); t(lambda: tuple[int,...])
t(lambda: list[int]([1])); t(lambda: type[int]); t(lambda: str[1]); t(lambda: object[1])
X=type("X",(Base,),{"v":1,"m":lambda self: self.v}, tag="T"); print(X().m(), X.__name__, X.__module__, X.__qualname__, X.__bases__)
Y=type("Y",(),{}); print(Y, Y.__mro__); t(lambda: type("Z")); t(lambda: type("Z",())); t(lambda: type(5,(),{}))
t(lambda: type("Z",[],{})); t(lambda: type("Z",(),[])); t(lambda: type("Z",(5,),{})); t(lambda: type()); t(lambda: type(1,2,3,4))
t(lambda: type("Z",(int,str),{})); t(lambda: type("a b",(),{})); t(lambda: type("Z",(),{"__slots__":("a",)})().a)
t(lambda: type("Z\0",(),{})); t(lambda: type("Z",(),{1:2})); t(lambda: type(5, foo=1)); t(lambda: type("Z",(),{}, foo=1))
t(lambda: type("Z",(),dict={}))
N=type("N",(dict,),dict(__missing__=lambda s,k: k*2)); print(N()[4], N().get(4))
def f():
    class C:
        __slots__=5
t(f)
def f():
    class C:
        __slots__="a b"
t(f)
def f():
    class C:
        __slots__=("a",); a=1
t(f)
def f():
    class C(int):
        __slots__=("a",)
t(f)
def f():
    class C(A,Base): pass
    class D(Base,A): pass
t(f)
class C1:
    __slots__=("a","__dict__")
c=C1(); c.zz=1; print(c.__dict__)
t(lambda: C1.a); 
def f(): del c.a
t(f)
