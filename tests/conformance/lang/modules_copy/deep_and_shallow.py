"""copy and deepcopy: shared and circular parts, subclasses, slots, and the methods with which a class says how."""
import copy


class Part:
    def __init__(self, items):
        self.items = items

    def __repr__(self):
        return f"Part({self.items!r})"


p = Part([1])
print(copy.copy(p).items is p.items, copy.deepcopy(p).items is p.items, copy.deepcopy(p))
p.me = p
q = copy.deepcopy(p)
print(q.me is q, q.items is p.items)
shared = [1]
both = copy.deepcopy([shared, shared, (shared,)])
print(both[0] is both[1], both[2][0] is both[0], both[0] is shared)
loop = []
pair = (loop,)
loop.append(pair)
again = copy.deepcopy(pair)
print(again[0][0] is again)
fixed = (1, ("a", frozenset([2])))
print(copy.deepcopy(fixed) is fixed, copy.copy(fixed) is fixed, copy.copy([1]) == [1], copy.deepcopy({"k": {1: [2]}}))


class Says:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return "deep"


class Kept:
    def __reduce__(self):
        return "Kept"


class Remade:
    def __init__(self, *args):
        self.args = args

    def __reduce__(self):
        return Remade, ("remade", [1])


class State:
    def __init__(self):
        self.a, self.b = 1, 2

    def __getstate__(self):
        return {"a": self.a * 10}

    def __setstate__(self, state):
        self.a = state["a"]
        self.set = True


class New:
    def __new__(cls, value):
        made = super().__new__(cls)
        made.value = value
        return made

    def __getnewargs__(self):
        return (self.value,)


kept = Kept()
s = copy.copy(State())
print(copy.copy(Says()), copy.deepcopy([Says()]), copy.copy(kept) is kept, copy.copy(Remade(5)).args, s.a, s.set, hasattr(s, "b"), copy.copy(New(7)).value)


class Listed(list):
    pass


class Dicted(dict):
    pass


class Tupled(tuple):
    pass


for thing in (Listed([1, [2]]), Dicted(a=[1]), Tupled((1, [2]))):
    thing.note = [9]
    for how in (copy.copy, copy.deepcopy):
        made = how(thing)
        print(type(made).__name__, made == thing, made is thing, made.note is thing.note)
error = ValueError("m", [1])
error.note = [2]
made = copy.deepcopy(error)
print(repr(made), made.note, made.args[1] is error.args[1])
for refused in ((n for n in ""), copy):
    try:
        copy.copy(refused)
    except TypeError as problem:
        print(problem)
