# send, throw and close in every state, delegation to what is no generator, wrong iterables in displays and calls.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def g():
    try:
        x=yield 1; print("got",x)
        y=yield 2; print("got",y)
        return 9
    except ValueError as e: print("VE",e); yield "caught"
    finally: print("fin")
i=g(); print(next(i), i.send("a")); t(lambda: i.send("b")); t(lambda: next(i)); i=g(); t(lambda: i.send(5)); print(i.send(None))
print(i.throw(ValueError("q"))); t(lambda: next(i))
i=g(); t(lambda: i.throw(KeyError("early"))); t(lambda: next(i)); i=g(); next(i); i.close(); i.close(); t(lambda: next(i))
i=g(); i.close(); t(lambda: next(i))
i=g(); next(i); t(lambda: i.throw(KeyError,"msg")); i=g(); next(i); t(lambda: i.throw(KeyError("a"),None)); i=g(); next(i)
t(lambda: i.throw(KeyError("a"),"b")); i=g(); next(i); t(lambda: i.throw(5)); i=g(); next(i)
t(lambda: i.throw(KeyError,KeyError("inst"))); i=g(); next(i); t(lambda: i.throw(KeyError,None,5)); t(lambda: i.throw())
t(lambda: i.throw(1,2,3,4)); i.close(); i=g(); next(i); t(lambda: i.throw(KeyError, (1,2))); i=g(); next(i); t(lambda: i.throw(int))
def ig():
    try: yield 1
    except GeneratorExit: yield 2
i=ig(); next(i); t(lambda: i.close())
def ge():
    try: yield 1
    except GeneratorExit: raise ValueError("in close")
i=ge(); next(i); t(lambda: i.close())
def gr():
    try: yield 1
    except GeneratorExit: return 5
i=gr(); next(i); t(lambda: i.close())
def si():
    yield 1
    raise StopIteration(7)
i=si(); next(i); t(lambda: next(i))
try: list(si())
except RuntimeError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def deleg():
    r=yield from g(); print("r",r); r=yield from [1,2]; print(r); return "end"
i=deleg(); print(next(i)); print(i.send("s")); t(lambda: i.send("z")); print(next(i)); t(lambda: next(i)); t(lambda: next(i))
i=deleg(); next(i); print(i.throw(ValueError("th"))); i.close()
class It:
    def __iter__(s): return s
    def __next__(s): return 1
    def throw(s,*a): print("throw",a); return 5
    def close(s): print("close")
    def send(s,v): print("send",v); return v
def d2(): yield from It()
i=d2(); print(next(i)); print(i.send(4)); print(i.throw(ValueError("x"))); i.close()
def d3(): yield from 5
t(lambda: next(d3()))
def d4(): yield from iter([1,2])
i=d4(); next(i); t(lambda: i.send(5)); i=d4(); next(i); t(lambda: i.throw(ValueError("x")))
def rec():
    yield next(me)
me=rec(); t(lambda: next(me))
print(i.gi_running, i.gi_frame, i.gi_yieldfrom, i.gi_code.co_name, i.__name__, i.__qualname__); i=g(); print(i.gi_frame is not None, i.gi_suspended)
next(i); print(i.gi_suspended); i.__name__="zz"; print(i.__name__, repr(i)[:21]); t(lambda: setattr(i,"__name__",5))
t(lambda: i.foo); t(lambda: len(i)); t(lambda: i+1); t(lambda: i())
def gf():
    with open_() as x: yield x
class open_:
    def __enter__(s): print("en"); return 1
    def __exit__(s,*a): print("ex",a[0]); return a[0] is ValueError
i=gf(); next(i); t(lambda: i.throw(ValueError("sup"))); i=gf(); next(i); del i; print("deleted")
t(lambda: [*(x for x in 5)]); t(lambda: list(x/0 for x in [1])); t(lambda: sum(x for x in [1,"a"]))
t(lambda: dict((x,) for x in [1])); t(lambda: dict([1])); t(lambda: dict([(1,2,3)])); t(lambda: dict(5))
t(lambda: dict(a=1,**{"b":2})); t(lambda: dict([("a",1)],a=2)); t(lambda: dict({1:2},{3:4})); t(lambda: dict(**{1:2}))
t(lambda: {**5}); t(lambda: [*5]); t(lambda: {*5}); t(lambda: (*5,)); t(lambda: print(*5)); t(lambda: print(**5))
t(lambda: f(**{1:2})); t(lambda: g(*[1],**{"a":2})); t(lambda: {*[[]]}); t(lambda: {[]:1}); t(lambda: {**{1:2},1:3})
