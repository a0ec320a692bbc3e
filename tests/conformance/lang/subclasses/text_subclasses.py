# Subclasses of str and bytes: which results are plain, which dunders are asked.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


class S(str):
    def __add__(self, other): return "added"
    def __len__(self): return 99
    def __getitem__(self, i): return "item"
    def __contains__(self, x): return True
    def upper(self): return "UP!"


s = S("abc")
print(s, repr(s), s + "x", "x" + s, len(s), s[0], s[1:], "zz" in s, s.upper(), s.lower(), type(s.lower()).__name__, type(s.strip()).__name__, type(s * 2).__name__, s * 2, f"{s}", f"{s:>5}", "%s" % s, "{}".format(s))
print(s == "abc", hash(s) == hash("abc"), {"abc": 1}[s], s.join(["1", "2"]), ",".join([s, s]), list(s), [*s], s.split("b"), type(s.split("b")[0]).__name__, str(s), type(str(s)).__name__, s.replace("a", "z"), s.encode(), s < "b")
print(sorted([S("b"), S("a")]), s.startswith("a"), int(S("12")), float(S("1.5")), S(5), S(b"x", "ascii"), S(), S("é").isalpha(), getattr(t, S("__name__")))


class R(str):
    def __str__(self): return "R.__str__"
    def __repr__(self): return "R.__repr__"
    def __format__(self, spec): return f"R.format({spec})"
    def __eq__(self, other): return True
    def __hash__(self): return 1
    def __iter__(self): return iter("xyz")
    def __bool__(self): return False
    def __mod__(self, other): return "modded"


r = R("raw")
print(r, [r], f"{r}", f"{r!s}", f"{r!r:>12}", f"{r:5}", "%s %r" % (r, r), "{} {!r}".format(r, r), r == 5, list(r), "".join(r), "-".join([r]), r + "x", r % 5, not r, str(r), r.upper(), str.__str__(r), format(r), format(r, "z"), {r: 1}, r in ["other"])


class B(bytes):
    def __getitem__(self, i): return 7
    def __len__(self): return 1


b = B(b"abc")
print(b, b[0], len(b), b + b"x", type(b + b"x").__name__, list(b), b.upper(), b == b"abc", hash(b) == hash(b"abc"), B(3), B([1]), B("é", "utf-8"), type(bytes(b)).__name__, type(B.fromhex("61")).__name__, bool(b))


class BA(bytearray): pass


x = BA(b"ab"); x.append(99); x.tag = 1
print(x.tag, type(x + b"z").__name__, x == b"abc")
t(lambda: S(1, 2, 3, 4)); t(lambda: "x" + 5); t(lambda: S("x") - 1); s.attr = 1; print(s.__dict__); t(lambda: setattr("x", "y", 1)); t(lambda: "abc" < s); t(lambda: S("a") < 5)
