# super() in lambdas, nested functions, generators, comprehensions, after self is gone, outside of classes; super objects themselves.
class A:
    def f(self): return "A.f"
    @classmethod
    def c(cls): return "A.c "+cls.__name__
    @staticmethod
    def s(): return "A.s"
    @property
    def p(self): return "A.p"
class B(A):
    def f(self):
        g=lambda: super().f()
        return "B"+super().f()+super(B,self).p+super().c()+super().s()
    @classmethod
    def c(cls): return "B"+super().c()
    @property
    def p(self): return "B"+super().p
    def comp(self): return [super(B,self).f() for _ in range(2)]
    def comp2(self): return [super().f() for _ in range(1)]
    def nested(self):
        def inner(): return super().f()
        return inner()
    def lam(self): return (lambda self: super().f())(self)
    def gen(self):
        yield super().f()
    def rep(self): return repr(super()), super().__self__ is self, super().__thisclass__.__name__, super().__self_class__.__name__
    def star(*args): return super().f()
    def reass(self): self=5; return super().f()
    def dele(self): del self; return super().f()
    def noattr(self): return super().zzz
    def seta(self): super().zzz=1
    def item(self): return super()[0]
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
b=B()
t(b.f); t(B.c); t(lambda: b.p); t(b.comp); t(b.comp2); t(b.nested); t(b.lam); t(lambda: list(b.gen())); t(b.rep); t(b.star)
t(b.reass); t(b.dele); t(b.noattr); t(b.seta); t(b.item)
t(lambda: super()); t(lambda: super(A)); t(lambda: super(A,b).f()); t(lambda: super(B,A())); t(lambda: super(5,b))
t(lambda: super(A,B).c()); t(lambda: super(B,B).f); t(lambda: super(1,2,3)); t(lambda: super(B,b)==1); t(lambda: super(a=1))
def f(): super().x
t(f)
def g(self): super().x
t(lambda: g(1))
class Z(A):
    x = lambda self: super().f()
    y = __class__ if False else 1
t(lambda: Z().x())
class W(A):
    def cl(self): return __class__.__name__
print(W().cl())
print(super(B,b)); print(super(A)); s=super(B); print(s.__self__, s.__thisclass__); print(s.__get__(b,B).f())
class V(A):
    def __getattribute__(self,n): print("ga",n) if n=="f" else None; return super().__getattribute__(n)
    def __setattr__(self,n,v): print("sa",n); super().__setattr__(n,v)
    def __delattr__(self,n): print("da",n); super().__delattr__(n)
    def __init_subclass__(cls): print("is"); super().__init_subclass__()
v=V(); v.q=1; v.f(); del v.q
class VV(V): pass
