# Subclasses of int and float: results are plain, overridden dunders are asked, format and hash.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class N(int):
    def __add__(self, other): return N(int(self) + int(other) + 100)
    def __repr__(self): return f"N({int(self)})"


n = N(5)
print(n, str(n), f"{n}", f"{n:03d}", "%d %s %r" % (n, n, n), n + 1, 1 + n, n - 1, type(n - 1).__name__, type(-n).__name__, type(+n).__name__, type(abs(n)).__name__)
print(n == 5, hash(n) == hash(5), {5: "x"}[n], [0] * n, "ab"[N(1)], range(n), n.bit_length(), type(n.real).__name__, sum([n, n]), divmod(n, 2), n ** 2, pow(n, 2, 3), int(n), type(int(n)).__name__)
print(round(n), type(round(n)).__name__, n in range(10), bool(N(0)), N("12"), N("ff", 16), N(), N(2.9), repr([n]), max(n, 3), sorted([N(3), N(1)]))


class F(float):
    def __str__(self): return "F!"
    def __mul__(self, other): return F(99)


f = F(1.5)
print(f, repr(f), f"{f}", f"{f:.2f}", f * 2, 2 * f, type(2 * f).__name__, f + 1, type(f + 1).__name__, f == 1.5, hash(f) == hash(1.5), int(f), round(f), f.is_integer(), F("2.5") + F(1), type(F.fromhex("0x1p1")).__name__, "%s %f" % (f, f))


class Cmp(int):
    def __lt__(self, other): return True
    def __eq__(self, other): return False
    __hash__ = int.__hash__


c = Cmp(1)
print(c == 1, 1 == c, c < 0, 0 > c, c in [c], c in [1], [c].index(c), {1: "a"}.get(c), sorted([3, c, 2]))


class Idx(int):
    def __index__(self): return 2
    def __int__(self): return 3
    def __float__(self): return 4.0
    def __bool__(self): return False
    def __hash__(self): return 7
    def __format__(self, spec): return f"<{spec}>"


i = Idx(1)
print([10, 20, 30][i], int(i), bool(i), not i, hash(i), f"{i:x}", i + 0, "%d" % i, chr(Idx(65)), hex(i), list(range(Idx(3))), "yes" if i else "no")
t(lambda: N("x")); t(lambda: N(None)); t(lambda: F("x")); t(lambda: N(1, 2, 3)); n.extra = 5; print(n.extra, n.__dict__); t(lambda: setattr(5, "x", 1)); t(lambda: N.from_bytes(b"\x05", "big"))
t(lambda: True + True); t(lambda: type(True & 1).__name__); t(lambda: True & False); t(lambda: ~True); t(lambda: bool(1, 2)); t(lambda: bool(x=1)); t(lambda: True.bit_length()); t(lambda: f"{True:d} {True} {True:>6}")
t(lambda: "%d %s" % (True, True)); t(lambda: [1, 2][True]); t(lambda: {True: 1, 1: 2}); t(lambda: int(True)); t(lambda: True == 1.0); t(lambda: isinstance(True, int)); t(lambda: True < 2)
