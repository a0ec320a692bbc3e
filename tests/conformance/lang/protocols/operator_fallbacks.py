# Reflected operators, in-place operators, comparison chains, truth, length, membership and hash, with what they fall back on.
class N:
    def __init__(s,n): s.n=n
class A(N):
    def __add__(s,o): print("A.add"); return NotImplemented
    def __radd__(s,o): print("A.radd"); return "A.radd"
    def __lt__(s,o): print("A.lt"); return NotImplemented
    def __gt__(s,o): print("A.gt"); return "gt"
    def __eq__(s,o): print("A.eq"); return NotImplemented
class B(A):
    def __radd__(s,o): print("B.radd"); return NotImplemented
    def __gt__(s,o): print("B.gt"); return NotImplemented
    def __eq__(s,o): print("B.eq"); return NotImplemented
class C(A): pass
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
a,b,c=A(1),B(2),C(3)
t(lambda: a+b); t(lambda: b+a); t(lambda: a+a); t(lambda: a+c); t(lambda: c+a); t(lambda: 1+a); t(lambda: a+1); t(lambda: a<b)
t(lambda: b<a); t(lambda: a<c); t(lambda: a<1); t(lambda: 1<a); t(lambda: a==b); t(lambda: b==a); t(lambda: a==c); t(lambda: a!=b)
t(lambda: a==1); t(lambda: 1==a); t(lambda: hash(a)); t(lambda: {a:1}); t(lambda: a<=b); t(lambda: a in [b]); t(lambda: [a]==[b])
t(lambda: (a,)<(b,)); t(lambda: a-b); t(lambda: a-1); t(lambda: "x"+a); t(lambda: [1]+a); t(lambda: a+"x")
class I:
    def __init__(s): s.l=[]
    def __iadd__(s,o): s.l.append(o); return s
    def __imul__(s,o): return NotImplemented
    def __mul__(s,o): return "mul"
    def __isub__(s,o): return NotImplemented
i=I(); j=i; i+=1; print(i is j, i.l); i*=2; print(i)
i=I()
def f():
    global i; i-=1
t(f)
def f():
    x=1; x+="a"
t(f)
def f():
    x="a"; x+=1
t(f)
def f():
    x=[1]; x+=1
t(f)
def f():
    x=(1,); x+=[1]
t(f)
def f():
    x={}; x|=[(1,2)]; print(x); x|=5
t(f)
def f():
    x={1}; x|={2}; x&={1,2}; x^={1}; x-={5}; print(x); x|=[1]
t(f)
def f():
    x=frozenset([1]); y=x; x|={2}; print(x,y); x+=1
t(f)
def f():
    x=5; x//=2; x**=3; x<<=2; x>>=1; x%=7; x^=3; x|=8; x&=14; x@=1
t(f)
def f():
    x=(([],),); 
    try: x[0][0].append(1); x[0][0]+=[2]
    except TypeError as e: print(e, x)
f()
class Box: pass
def f():
    b=Box(); b.t=([1],)
    try: b.t[0]+=[2]
    except TypeError as e: print(e)
    print(b.t)
f()
def g(n): print("g",n); return n
print(g(1)<g(2)<g(0)<g(5)); print(g(1)==g(1)!=g(2)); print(g(3)>g(2)>g(1) in [g(1)]); print(not g(0) < g(1)); 
class Cm:
    def __lt__(s,o): return []
    def __bool__(s): raise ValueError("nobool")
t(lambda: Cm()<1<2); t(lambda: not Cm()); t(lambda: 1 if Cm() else 2); t(lambda: Cm() and 1); t(lambda: bool(Cm()))
t(lambda: [x for x in [1] if Cm()])
class Bl:
    def __bool__(s): return 5
class Ln:
    def __len__(s): return -1
class Ln2:
    def __len__(s): return "a"
class Ln3:
    def __len__(s): return 10**30
t(lambda: bool(Bl())); t(lambda: bool(Ln())); t(lambda: len(Ln())); t(lambda: len(Ln2())); t(lambda: len(Ln3()))
t(lambda: bool(Ln2())); t(lambda: bool(Ln3())); t(lambda: len(5)); t(lambda: len(int))
class Ct:
    def __contains__(s,x): return "yes"
class Ct2:
    def __iter__(s): return iter([1,2,3])
class Ct3:
    def __getitem__(s,i):
        print("gi",i)
        if i>3: raise IndexError
        return i*10
class Ct4:
    __contains__=None
    def __iter__(s): return iter([1])
t(lambda: 1 in Ct()); t(lambda: 2 in Ct2()); t(lambda: 9 not in Ct2()); t(lambda: 20 in Ct3()); t(lambda: 99 in Ct3())
t(lambda: 1 in Ct4()); t(lambda: 1 in 5); t(lambda: 1 in int); t(lambda: 1 in "a"); t(lambda: [] in {}); t(lambda: list(Ct3()))
t(lambda: list(reversed(Ct3()))); t(lambda: "a" in None); t(lambda: None in (1,None)); t(lambda: float("nan") in [float("nan")])
class E:
    def __eq__(s,o): return True
t(lambda: hash(E())); t(lambda: {E()}); t(lambda: E() in [5]); t(lambda: E().__hash__); t(lambda: E()!=1)
class H(E):
    __hash__=E.__hash__
t(lambda: hash(H()))
class H2(E):
    def __hash__(s): return "a"
t(lambda: hash(H2()))
class H3(E):
    def __hash__(s): return 2**70
t(lambda: hash(H3())==hash(2**70)); t(lambda: hash(-1)); t(lambda: hash(-2)); t(lambda: hash(2**61-1)); t(lambda: hash(1.5))
t(lambda: hash(float("inf"))); t(lambda: hash(True)); t(lambda: hash(())); t(lambda: hash((1,2,3))); t(lambda: hash(([],)))
t(lambda: hash(frozenset([1,2,3]))); t(lambda: hash(None)==hash(None)); t(lambda: hash(range(3)))
t(lambda: hash(2.0**70)==hash(2**70)); t(lambda: hash(slice(1)))
