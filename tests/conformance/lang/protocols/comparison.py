# Comparison protocols: reflected order, NotImplemented, subclasses first, identity in containers, answers that are no bool.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class C:
    def __init__(self, name): self.name = name
    def __lt__(self, other): print(self.name, "lt", end=" "); return NotImplemented
    def __gt__(self, other): print(self.name, "gt", end=" "); return "truthy"
    def __le__(self, other): print(self.name, "le", end=" "); return []
    def __eq__(self, other): print(self.name, "eq", end=" "); return NotImplemented


class D(C):
    def __gt__(self, other): print(self.name, "D.gt", end=" "); return NotImplemented


a, b, d = C("a"), C("b"), D("d")
t(lambda: a < b); t(lambda: a > b); t(lambda: a <= b); t(lambda: a >= b); t(lambda: a == b); t(lambda: a != b); t(lambda: a < d); t(lambda: d < a)
t(lambda: a < 5); t(lambda: 5 > a); t(lambda: 5 >= a); t(lambda: a == a); t(hash, a); t(lambda: a in [a]); t(lambda: a in [b]); t(lambda: [a] == [a])
t(lambda: [a] == [b]); t(lambda: (a,) < (b,)); t(lambda: a < b < d); t(lambda: max([a, b]).name); t(lambda: min(a, b).name)


class NoBool:
    def __bool__(self): raise ValueError("no truth")


class Weird:
    def __eq__(self, other): return NoBool()
    def __hash__(self): return 1
    def __lt__(self, other): return NoBool()


t(lambda: Weird() in [1]); t(lambda: [Weird()] == [1]); t(lambda: {Weird(): 1}[Weird()]); t(lambda: sorted([Weird(), Weird()])); t(lambda: [1, Weird()].index(5))
t(lambda: not (Weird() == 1)); t(lambda: 1 if Weird() == 1 else 2); t(lambda: (Weird() == 1) is True)


class Ne:
    def __eq__(self, other): return True


class Ne2:
    def __ne__(self, other): return "ne"


t(lambda: Ne() != 1); t(lambda: Ne2() != 1); t(lambda: 1 != Ne2()); t(lambda: Ne2() == Ne2()); t(lambda: object() < object()); t(lambda: None < None)
t(lambda: 1 < "a"); t(lambda: [] < ()); t(lambda: {} < {}); t(lambda: 1 == 1.0 == True); t(lambda: "a" < "B"); t(lambda: (1, "a") < (1, 2))
t(lambda: (1, "a") < (2, 2)); t(lambda: [1, [2, "x"]] < [1, [2, 3]]); t(lambda: None == False); t(lambda: () == [])
