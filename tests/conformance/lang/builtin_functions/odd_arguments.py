# print, sorted, min, max, sum, zip, map, filter, enumerate, iter, next, slice with odd arguments.
import sys
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: print(1,2,sep="-",end="|\n")); t(lambda: print(1,sep=5)); t(lambda: print(1,end=5)); t(lambda: print(1,foo=5))
t(lambda: print(1,2,sep=None,end=None)); t(lambda: print(1,file=5)); t(lambda: print(1,file=None)); t(lambda: print(sep="x"))
t(lambda: print(*[])); t(lambda: print(1,flush="a")); t(lambda: print(end=""));
class W:
    def write(s,x): sys.stdout.write("["+x+"]")
t(lambda: print(1,2,file=W())); t(lambda: print(1,file=W(),flush=True))
class Sr:
    def __str__(s): raise ValueError("str")
    def __repr__(s): return "R"
t(lambda: print(Sr())); t(lambda: print([Sr()])); t(lambda: str(Sr())); t(lambda: f"{Sr()}"); t(lambda: f"{Sr()!r}")
class S5:
    def __str__(s): return 5
    def __repr__(s): return None
t(lambda: print(S5())); t(lambda: repr(S5())); t(lambda: [S5()].__repr__()); t(lambda: str(S5())); t(lambda: "%s"%S5())
t(lambda: f"{S5()}"); t(lambda: ascii(S5()))
t(lambda: sorted([1,"a"])); t(lambda: sorted([3,1,2],key=lambda x: 1/0)); t(lambda: sorted([3,1,2],key=5))
t(lambda: sorted([3,1,2],reverse="a")); t(lambda: sorted(5)); t(lambda: sorted([1],lambda x:x)); t(lambda: sorted())
t(lambda: sorted([1],foo=1)); t(lambda: sorted([3,1],key=None,reverse=1)); t(lambda: [3,1].sort(5)); t(lambda: [3,1].sort(key=len))
t(lambda: sorted([{},{}])); t(lambda: sorted([None,1])); t(lambda: sorted([(1,"b"),(1,2)])); t(lambda: sorted({"b":1,"a":2}))
t(lambda: sorted("bca")); t(lambda: sorted([1.5,1,True])); t(lambda: sorted([3,1,2],reverse=True,key=lambda x:-x))
t(lambda: sorted(iterable=[1]))
t(lambda: max([])); t(lambda: max()); t(lambda: max(1)); t(lambda: max(1,"a")); t(lambda: max([],default=5))
t(lambda: max(1,2,default=5)); t(lambda: max([1,2],key=5)); t(lambda: max("a","b",key=ord)); t(lambda: min([3,1],key=lambda x:-x))
t(lambda: max(1,2,foo=3)); t(lambda: min(None,1)); t(lambda: max([1],[2])); t(lambda: max(iter([])))
t(lambda: min([1,2],default=None,key=None)); t(lambda: sum([1,"a"])); t(lambda: sum(["a"])); t(lambda: sum(["a"],""))
t(lambda: sum([[1]],[])); t(lambda: sum([b"a"],b"")); t(lambda: sum(5)); t(lambda: sum([1],start=5)); t(lambda: sum([1.5,2]))
t(lambda: sum([True,True])); t(lambda: sum()); t(lambda: sum([0.1]*10)); t(lambda: sum([],None)); t(lambda: sum([1],None))
t(lambda: sum(iterable=[1])); t(lambda: any(5)); t(lambda: all([])); t(lambda: any([0,[]])); t(lambda: all(1,2))
t(lambda: list(zip([1],[1,2],strict=True))); t(lambda: list(zip([1,2],[1],strict=True)))
t(lambda: list(zip([1],[1],[1,2],strict=True))); t(lambda: list(zip([1,2],[1,2],[1],strict=True))); t(lambda: zip(1))
t(lambda: zip([1],5)); t(lambda: list(zip())); t(lambda: zip(strict=1,foo=2)); t(lambda: list(zip([],[1],strict=True)))
t(lambda: list(map(str))); t(lambda: map()); t(lambda: map(5,[1])); t(lambda: list(map(5,[1]))); t(lambda: map(str,5))
t(lambda: list(map(lambda a,b:a+b,[1,2],[3]))); t(lambda: list(filter(None,[0,1,"",2]))); t(lambda: filter(None))
t(lambda: list(filter(5,[1]))); t(lambda: filter(None,5)); t(lambda: enumerate()); t(lambda: list(enumerate("ab",5)))
t(lambda: list(enumerate("ab",start=-1))); t(lambda: enumerate("a","b")); t(lambda: enumerate(5))
t(lambda: list(enumerate("ab",2**70))); t(lambda: enumerate("a",1,2)); t(lambda: enumerate(iterable="a",start=1).__next__())
t(lambda: reversed(5)); t(lambda: reversed({1,2})); t(lambda: list(reversed({1:2,3:4}))); t(lambda: reversed())
t(lambda: reversed([1],2)); t(lambda: list(reversed("abc"))); t(lambda: reversed((x for x in ())))
t(lambda: iter(5)); t(lambda: iter(5,5)); t(lambda: iter()); t(lambda: iter(1,2,3)); t(lambda: list(iter([1,2,3].pop,1)))
t(lambda: list(iter(lambda: 1/0,1))); t(lambda: next(5)); t(lambda: next(iter([]))); t(lambda: next(iter([]),"d"))
t(lambda: next()); t(lambda: next(iter([1]),1,2)); t(lambda: next([1]))
t(lambda: slice(1,10,2).indices(5)); t(lambda: slice(None,None,-1).indices(5)); t(lambda: slice(1,2,0).indices(5))
t(lambda: slice(-1,-9,-1).indices(5)); t(lambda: slice("a").indices(5)); t(lambda: slice(1).indices(-1))
t(lambda: slice(1).indices("a")); t(lambda: slice(2**70).indices(2**80)); t(lambda: slice()); t(lambda: slice(1,2,3,4))
t(lambda: slice(1,2)==slice(1,2)); t(lambda: slice(1,2)<slice(1,3)); t(lambda: repr(slice(1))); t(lambda: slice(1).start)
t(lambda: [1,2,3][slice(1,None)])
def f():
    s=slice(1); s.start=5
t(f); t(lambda: [1,2,3][1:2:0]); t(lambda: [1,2,3]["a":]); t(lambda: [1,2,3][1.5:]); t(lambda: "abc"[::-1]); t(lambda: (1,2,3)[-2:])
t(lambda: [1,2,3]["a"]); t(lambda: [1,2][1.0]); t(lambda: (1,2)["a"]); t(lambda: "abc"["a"]); t(lambda: "abc"[5])
t(lambda: (1,)[5]); t(lambda: [1][5]); t(lambda: {}[[]]); t(lambda: {}["a"]); t(lambda: {1:2}[1.0]); t(lambda: 5[0])
t(lambda: None[0]); t(lambda: {1}[0]); t(lambda: len[0]); t(lambda: t[0]); t(lambda: (x for x in ())[0]); t(lambda: [1,2,3][None])
t(lambda: [1,2,3][()]); t(lambda: [1,2,3][True]); t(lambda: object()[0])
