# inspect: signatures as text, binding, what kind of thing something is, docs, frames and the state of generators.
import functools
import inspect


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


def f(a, b: int = 2, /, c=3, *args, d, e: "x" = 5, **kw) -> float:
    "doc\n    more\n      deep"


class C:
    def m(self): pass

    @property
    def p(self): pass


class I:
    def __init__(self, x, *, y=1): pass

    def __call__(self, q): pass


@functools.wraps(f)
def w(*a): pass


def gen(): yield 1
async def co(): pass
async def ag(): yield 1


sig = inspect.signature(f)
print(sig, sig.parameters["b"], sig.parameters["b"].kind, sig.parameters["b"].default, sig.parameters["b"].annotation, sig.return_annotation)
print(list(sig.parameters), repr(sig.parameters["d"]), sig.parameters["a"].default is inspect.Parameter.empty)
ba = sig.bind(1, 2, 3, 4, d=5, z=6)
print(ba.arguments, ba.args, ba.kwargs, ba)
ba = sig.bind(1, d=1)
ba.apply_defaults()
print(ba.arguments)
for args, kwargs in (((), {}), ((1,), {"d": 1, "a": 2}), ((1,), {}), ((1, 2, 3), {"c": 3, "d": 1})):
    t(sig.bind, *args, **kwargs)
t(sig.bind_partial)
t(inspect.signature(lambda x: 0).bind, 1, 2)
t(inspect.signature(lambda x: 0).bind, 1, y=2)
for each in (C.m, C().m, C, I, I(1), functools.partial(f, 1, d=4), w, lambda *, k: 0, 5):
    t(inspect.signature, each)
print(inspect.unwrap(w) is f, inspect.getfullargspec(f), inspect.getdoc(f), inspect.cleandoc("  a\n    b\n   c"))
print(sig.replace(return_annotation=int), inspect.Signature([inspect.Parameter("q", inspect.Parameter.KEYWORD_ONLY, default=1)]), sig == inspect.signature(f))
t(inspect.Parameter, "1x", inspect.Parameter.POSITIONAL_ONLY)
t(inspect.Parameter, "x", inspect.Parameter.VAR_KEYWORD, default=1)
t(inspect.Signature, [inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("y", inspect.Parameter.POSITIONAL_ONLY)])
g, c = gen(), co()
print([inspect.iscoroutinefunction(co), inspect.isasyncgenfunction(ag), inspect.isgeneratorfunction(gen), inspect.isgenerator(g), inspect.iscoroutine(c),
       inspect.isawaitable(c), inspect.isclass(C), inspect.isfunction(C.m), inspect.ismethod(C().m), inspect.isbuiltin(len), inspect.ismodule(inspect),
       inspect.isroutine(len), inspect.isabstract(C), inspect.isdatadescriptor(C.__dict__["p"])])
c.close()
print(inspect.getgeneratorstate(g), inspect.getcoroutinestate(c), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g))
print(inspect.currentframe().f_lineno, inspect.currentframe().f_code.co_name, [name for name, _ in inspect.getmembers(C, inspect.isfunction)])


def who():
    return inspect.currentframe().f_back.f_code.co_name, inspect.stack()[1].function, inspect.currentframe().f_locals


def caller():
    return who()


print(caller(), inspect.get_annotations(f), inspect.getmro(I))
