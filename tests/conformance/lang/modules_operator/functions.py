"""operator's functions with fitting and other operands."""
import operator as o


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return f"{type(error).__name__} {error}"


for name in ("lt", "eq", "ge", "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and_", "lshift", "iadd", "imul", "is_", "contains",
             "countOf", "indexOf", "getitem", "concat", "matmul"):
    f = getattr(o, name)
    print(name, [attempt(f, *operands) for operands in ((7, 2), ([1, 2], [1]), ("ab", "b"), ([3, 1], 1))])
for name in ("not_", "truth", "abs", "neg", "pos", "inv", "index"):
    f = getattr(o, name)
    print(name, [attempt(f, operand) for operand in (5, -2.5, "x", True, [])])
values = [1, 2, 3]
o.setitem(values, 0, 9)
o.delitem(values, 1)
print(values, o.iconcat(values, [4]), o.length_hint(iter([1, 2])), o.length_hint(5, 7), o.call(max, 1, 2), o.call(dict, a=1))


class Hints:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        return self.hint


print([attempt(o.length_hint, Hints(hint)) for hint in (3, -1, "x", NotImplemented)])
print(o.itemgetter(1), o.itemgetter("a", "b"), o.attrgetter("x.y", "z"), o.methodcaller("f", 1, k=2))
print([attempt(f) for f in (o.itemgetter, o.attrgetter, o.methodcaller)], attempt(o.attrgetter, 5), attempt(o.methodcaller, 5))
print(o.itemgetter(0, 2)("abc"), o.itemgetter(slice(1, 3))("abcd"), o.methodcaller("replace", "a", "b")("aa"), attempt(o.itemgetter(5), "abc"))
print(o.__add__ is o.add, o.__not__(0), attempt(o.add, 1), attempt(o.attrgetter("nope"), 5), attempt(o.itemgetter(1), 5))
