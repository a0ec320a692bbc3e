# ContextVar, Token and Context, each method with what it refuses.
import contextvars
from contextvars import *
v=ContextVar('v'); w=ContextVar('w', default=3)
t=v.set(1); print(t.var is v, t.old_value, Token.MISSING, repr(Token.MISSING))
c=copy_context(); print(len(c), v in c, c[v], c.get(w), c.get(w,9), [x for _, x in c.items()], list(c.values()))
tests = [lambda: c[w], lambda: c[1], lambda: 1 in c, lambda: c.get(1), lambda: w in c, lambda: v.reset(t), lambda: v.reset(t), lambda: v.get(), lambda: v.get(4), lambda: w.get(), lambda: ContextVar(1), lambda: ContextVar(), lambda: ContextVar('a', 1), lambda: ContextVar('a', defaul=1), lambda: Token(), lambda: Context(1), lambda: c.run(), lambda: c.run(1), lambda: c.run(c.run, print), lambda: v.reset(3), lambda: w.reset(t), lambda: v.name, lambda: v.foo, lambda: c == copy_context(), lambda: c == c.copy(), lambda: hash(c), lambda: ContextVar[int], lambda: Token[int], lambda: c.run(v.reset, v.set(4)), lambda: c.pop, lambda: c.run(lambda a, *, b: (a, b), 1, b=2), lambda: c.run(max, [3, 1], key=lambda n: -n), lambda: isinstance(c, contextvars.Context)]
for f in tests:
    try:
        print(f())
    except BaseException as e: print(type(e).__name__, str(e).split(' at 0x')[0])
def g():
    t2=v.set(5); print(v.get()); return t2
t2=c.run(g)
print(v.get(), c[v])
try: v.reset(t2)
except Exception as e: print(type(e).__name__)
def bad():
    v.set(77)
    raise KeyError(1)
try: c.run(bad)
except KeyError as e: print(c[v], v.get())
def rec(n):
    return copy_context().run(rec, n-1) if n else 'end'
print(rec(50))
def gen():
    yield v.get()
    yield v.get()
it = c.run(gen)
print(next(it), c.run(next, it))
for C in ContextVar, Token, Context:
    try:
        class A(C): pass
    except TypeError as e: print(e)
print(contextvars.__all__)
