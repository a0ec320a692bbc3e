# Reflected operators: who is asked first, NotImplemented from both, subclasses, in-place fallbacks.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod".split()


def make(name, answers):
    space = {}
    for op in names:
        for prefix in ("", "r", "i"):
            if prefix + op == "idivmod":
                continue

            def method(self, other, *rest, _n=f"{prefix}{op}"):
                print(f"{type(self).__name__}.__{_n}__({type(other).__name__})", end=" ")
                return f"{type(self).__name__}:{_n}" if answers else NotImplemented
            space[f"__{prefix}{op}__"] = method
    return type(name, (), space)


Yes, No = make("Yes", True), make("No", False)


class SubNo(No):
    def __radd__(self, other):
        print("SubNo.__radd__", end=" ")
        return "sub radd"


class SubSame(No):
    pass


import operator as o
for f in (o.add, o.sub, o.mul, o.truediv, o.floordiv, o.mod, o.pow, o.lshift, o.rshift, o.and_, o.or_, o.xor, o.matmul):
    t(f, Yes(), No()); t(f, No(), Yes()); t(f, No(), No()); t(f, 5, No()); t(f, 5, Yes())
for f in (o.iadd, o.isub, o.imatmul, o.ipow):
    t(f, No(), Yes()); t(f, No(), 5); t(f, Yes(), 5)
t(o.add, No(), SubNo()); t(o.add, No(), SubSame()); t(o.add, SubNo(), No()); t(o.add, "x", No()); t(o.add, [1], No()); t(o.mul, [1], No())
t(o.mul, "x", Yes())
x = Yes()
x += 1
print(x)


class OnlyRadd:
    def __radd__(self, other):
        return ("radd", other)


print(sum([OnlyRadd()]), 1 + OnlyRadd(), "s" + OnlyRadd(), [] + OnlyRadd(), () + OnlyRadd(), None + OnlyRadd())
t(lambda: OnlyRadd() + 1)
