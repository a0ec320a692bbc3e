# __reduce_ex__, __reduce__, __getstate__, __getnewargs__ and __setstate__ as copy asks for them.
class P:
    def __init__(self,x): self.x=x
p=P(1)
r=p.__reduce_ex__(4)
print(r[0].__name__, r[1], r[2], r[3:], type(r))
print(p.__reduce_ex__(2)[2])
import copy
class Q(P):
    def __reduce__(self): return (Q,(9,))
print(copy.copy(Q(1)).x, copy.deepcopy(Q(1)).x)
class S:
    __slots__=('a','b')
s=S(); s.a=1
print(s.__reduce_ex__(2)[2]); c=copy.copy(s); print(c.a, hasattr(c,'b'))
class L(list):
    def __init__(self,*a): super().__init__(*a); self.t=1
l=L([1,[2]]); c=copy.deepcopy(l); print(c, c.t, type(c).__name__, c[1] is l[1])
class Gs:
    def __getstate__(self): return {'z':1}
    def __setstate__(self, st): print('set',st); self.__dict__.update(st)
print(copy.copy(Gs()).z)
print(p.__getstate__(), S().__getstate__(), object().__getstate__())
class N:
    def __getnewargs__(self): return (1,2)
    def __new__(cls,*a): print('new',a); return super().__new__(cls)
copy.copy(N(0))
class NE:
    def __getnewargs_ex__(self): return (1,),{'k':2}
    def __new__(cls,*a,**k): print('new',a,k); return super().__new__(cls)
copy.copy(NE())
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: copy.copy(iter([1,2]))) if 0 else None
t(lambda: copy.deepcopy((x for x in ()))); t(lambda: copy.copy((x for x in ()))); t(lambda: copy.copy(len) is len); t(lambda: copy.deepcopy(t) is t)
e=ValueError(1,2); e.x=5; c=copy.copy(e); print(c.args, c.x, type(c))
print([].__reduce_ex__(4)[1:3], (5).__reduce_ex__(2)[1:3])
