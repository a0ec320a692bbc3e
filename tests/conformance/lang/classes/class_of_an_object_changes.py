# Assignment to __class__: which classes are laid out alike, and what is said otherwise.
class A:
    x=1
class B:
    y=2
a=A(); a.k=3
a.__class__=B
print(type(a).__name__, a.y, a.k, isinstance(a,B), hasattr(a,'x'))
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def s(o,c): o.__class__=c
t(lambda: s(a,int)); t(lambda: s(5,A)); t(lambda: s(a,5)); t(lambda: s("a",str)); t(lambda: s([],list))
class SL: __slots__=('q',)
class SL2: __slots__=('q',)
class SL3: __slots__=('z',)
t(lambda: s(SL(),SL2)); t(lambda: s(SL(),SL3)); t(lambda: s(SL(),A)); t(lambda: s(a,SL)); t(lambda: s(a,list))
class LL(list): pass
class LM(list): pass
t(lambda: s(LL(),LM)); t(lambda: s(LL(),A)); t(lambda: s(LL(),list)); t(lambda: s(Exception(),ValueError))
class E1(Exception): pass
class E2(Exception): pass
e=E1(5); e.__class__=E2; print(repr(e))
def d(): del a.__class__
t(d)
def f(): pass
t(lambda: s(f,A)); t(lambda: s(A,B)); 
class P:
    @property
    def __class__(self): return int
print(isinstance(P(),int), type(P()).__name__, P().__class__)
class Q: 
    __class__=str
print(isinstance(Q(),str), Q().__class__)
import types
class M(types.ModuleType): pass
m=types.ModuleType('m'); m.__class__=M; print(type(m).__name__)
