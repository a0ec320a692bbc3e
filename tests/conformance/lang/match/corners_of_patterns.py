# Class patterns and their __match_args__, guards, alternatives, mappings with a rest, sequences that are of a class.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class P:
    __match_args__=("x","y")
    def __init__(s,x,y): s.x=x; s.y=y
class Q: pass
class R: __match_args__=["x"]
class S: __match_args__=(5,)
class T: __match_args__=("zz",)
def m(v):
    match v:
        case 0 | 1 as n if n: return ("01",n)
        case P(0,y): return ("P0",y)
        case P(x=1) | P(y=1): return "P1"
        case P(x,y) if x==y: return ("eq",x)
        case {"a":1, **rest}: return ("a",rest)
        case {"k":[x,*r]}: return ("k",x,r)
        case {}: return "map"
        case []: return "empty"
        case [x]: return ("one",x)
        case (x,y,*_): return ("two+",x,y)
        case str(s) if len(s)>2: return ("str",s)
        case "ab"|"cd": return "abcd"
        case int()|float() as z: return ("num",z)
        case None: return "None"
        case True: return "never"
        case bytes(): return "bytes"
        case Q(): return "Q"
        case _: return "other"
for v in (0,1,True,False,P(0,5),P(1,2),P(3,1),P(4,4),P(4,5),{"a":1,"b":2},{"k":[1,2,3]},{"k":[]},{},[],[1],(1,2),[1,2,3],"abc","ab","",1.5,7,None,b"x",Q(),range(3),{1,2},"x",range(1)): t(lambda: m(v))
def m2(v):
    match v:
        case Q(1): return 1
t(lambda: m2(Q()))
def m3(v):
    match v:
        case P(1,2,3): return 1
t(lambda: m3(P(1,2)))
def m4(v):
    match v:
        case R(1): return 1
t(lambda: m4(R()))
def m5(v):
    match v:
        case S(1): return 1
t(lambda: m5(S()))
def m6(v):
    match v:
        case T(1): return 1
    return "none"
t(lambda: m6(T()))
def m7(v):
    match v:
        case P(1,x=2): return 1
t(lambda: m7(P(1,2)))
def m8(v):
    match v:
        case int(1,2): return 1
t(lambda: m8(5)); t(lambda: m8("a"))
five=5
def m9(v):
    match v:
        case five(): return 1
t(lambda: m9(5))
import enum
class Col(enum.Enum): RED=1; BLUE=2
def m10(v):
    match v:
        case Col.RED: return "red"
        case Col.BLUE: return "blue"
        case -1|-1.5: return "neg"
        case "a" "b": return "ab"
        case {"x":Col.RED as c, "y":{"z":[_,second,*_]}}: return (c,second)
        case [P(x=[a,b]),*rest]: return (a,b,rest)
        case [[x,y],[z]]: return x,y,z
        case (1|2, "q"): return "12q"
        case {"type":"circle","r":float(r)|int(r)}: return r
        case dict(x) if len(x)>3: return "bigdict"
        case list() as l: return l
        case tuple((a,b)): return "t",a,b
for v in (Col.RED,Col.BLUE,-1,-1.5,"ab",{"x":Col.RED,"y":{"z":[1,2,3,4]}},[P([1,2],0),5,6],[[1,2],[3]],(2,"q"),{"type":"circle","r":3},{1:1,2:2,3:3,4:4},[9,9,9,9],(7,8)): t(lambda: m10(v))
class Mp(dict):
    def get(s,k,d=None): print("get",k); return super().get(k,d)
    def __missing__(s,k): return "miss"
match Mp(a=1):
    case {"b":x}: print("b")
    case {"a":x}: print("a",x)
import collections, collections.abc
match collections.defaultdict(int,{"q":1}):
    case {"z":x}: print("z")
    case {"q":x}: print("q",x)
class Sq(collections.abc.Sequence):
    def __len__(s): return 2
    def __getitem__(s,i):
        if i>1: raise IndexError
        return i
match Sq():
    case [a,b]: print("seq",a,b)
class Bad:
    @property
    def x(s): raise ValueError("prop")
    @property
    def y(s): raise AttributeError("prop")
def m11(v):
    match v:
        case Bad(y=1): return 1
        case Bad(x=1): return 2
t(lambda: m11(Bad()))
