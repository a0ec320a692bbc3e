# Descriptors with only __set__, only __delete__, only __get__; properties that lack a part.
class D1:
    def __set__(self, o, v): print("set", v); o.__dict__['x']=v
class D2:
    def __delete__(self, o): print("del")
class D3:
    def __get__(self, o, t=None): return ("get", o is None, t.__name__)
class D4:
    def __set_name__(self, owner, name): self.name=name; print("set_name", owner.__name__, name)
    def __set__(self, o, v): o.__dict__[self.name]=v*2
class A:
    x=D1(); y=D2(); z=D3(); w=D4()
a=A()
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(type(a.x).__name__); a.x=5; print(a.x); print(type(A.x).__name__)
del a.y
def f(): a.y=5
t(f); print(type(a.y).__name__)
def f(): del a.x
t(f)
print(a.z, A.z); a.z=3; print(a.z); a.w=4; print(a.w, a.__dict__)
def f(): del a.w
t(f)
class R:
    @property
    def p(self): return 1
r=R()
def f(): r.p=3
t(f)
def f(): del r.p
t(f)
class W:
    p=property()
def f(): W().p
t(f)
def f(): W().p=1
t(f)
class W:
    def g(self): "gdoc"; return 1
    q=property(None, lambda self,v: print("setq",v), None, "docq")
    r=property(g)
print(W.q.__doc__, W.r.__doc__, W.q.fget, W.r.fget.__name__)
W().q=5
def f(): W().q
t(f)
