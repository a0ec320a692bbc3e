# types: SimpleNamespace, MappingProxyType, new_class, DynamicClassAttribute, and which type each kind of object has.
import types


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


n = types.SimpleNamespace(a=1, b=[2])
print(n, n == types.SimpleNamespace(a=1, b=[2]), n != 5, vars(n))
n.c = n
print(n)
t(lambda: n.missing)
t(types.SimpleNamespace, 5)


class Sub(types.SimpleNamespace):
    pass


print(Sub(x=1))
m = types.MappingProxyType({"a": 1})
print(m, m["a"], len(m), list(m.items()), "a" in m, m.get("z"), m | {"b": 2}, m == {"a": 1}, list(reversed(m)))
t(m.__class__, [1])


def change():
    m["x"] = 1


t(change)


def gen(): yield 1
async def co(): pass
async def ag(): yield 1


class C:
    def m(self): pass


class D:
    @types.DynamicClassAttribute
    def v(self): return 5


g, c = gen(), co()
c.close()
print([isinstance(gen, types.FunctionType), isinstance(g, types.GeneratorType), isinstance(c, types.CoroutineType), isinstance(ag(), types.AsyncGeneratorType),
       isinstance(C().m, types.MethodType), isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType),
       isinstance(..., types.EllipsisType), isinstance(list[int], types.GenericAlias), isinstance(int | str, types.UnionType)])
print(types.TracebackType, D().v)
t(lambda: D.v)
t(lambda: setattr(D(), "v", 1))
K = types.new_class("K", (C,), {}, lambda space: space.update(z=5))
print(K.z, K.__mro__, types.resolve_bases((list[int], C)))
try:
    [][1]
except IndexError as error:
    frame = error.__traceback__.tb_frame
    print(isinstance(frame, types.FrameType), isinstance(frame.f_code, types.CodeType), frame.f_code.co_name)
