# string: constants, capwords, Template and its subclasses, Formatter's parts and one derived from it.
import string
def t(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except Exception as e: print(type(e).__name__, e)
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), repr(string.printable))
t(string.capwords, "hello  world FOO"); t(string.capwords, "a-b-c", "-"); t(string.capwords, " x y ")
T = string.Template
s = T("$who likes ${what}s, costs $$5 $")
t(s.substitute, who="a", what="b"); t(s.safe_substitute, who="a"); t(T("$a $b").substitute, {"a": 1}, b=2); t(T("$a $b").substitute, {"a": 1}); t(T("x\n $1").substitute); t(T("$a").safe_substitute); t(T("${a").safe_substitute, a=1); t(T("${a}$$b$").is_valid); t(T("$a ${b} $$").get_identifiers); t(T("$a").is_valid); print(s.template); t(lambda: T("$A $é $_x").substitute(A=1, _x=2)); t(T("$A $é $_x").safe_substitute, A=1, _x=2)
class P(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"
t(P("%a_b %a $a_b %%").safe_substitute, a_b=1)
class B(T):
    braceidpattern = r"[a-z.]+"
t(B("${a.b} $a").safe_substitute, {"a.b": 1, "a": 2})
F = string.Formatter
f = F()
t(f.format, "{} {1} {x}", 1, 2, x=3); t(f.format, "{0} {1} {x!r:>5}", 1, 2, x="3"); t(f.format, "{a.real} {b[0]} {b[k]}", a=5, b={0: "z", "k": "y"}); t(f.vformat, "{0}{n}", (1,), {"n": 2}); t(list, f.parse("a{b!r:>{w}}c{{}}d{}")); t(list, f.parse("{")); t(list, f.parse("}")); t(f.format, "{0}"); t(f.format, "{x}"); t(f.format); t(f.format, "{:{w}}|", "a", w=5); t(f.get_field, "a.b", (), {"a": 1}); t(f.get_value, 0, (5,), {}); t(f.convert_field, "é", "a"); t(f.convert_field, 1, "z"); t(f.format_field, 3.14159, ".2f"); t(f.format, "{0!s:^7}{0!r}{0!a}", "é")
class D(F):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)
    def format_field(self, v, spec): return v.upper() if spec == "up" else super().format_field(v, spec)
    def check_unused_args(self, used, args, kwargs): print(sorted(map(str, used)), args, kwargs)
t(D().format, "{a:up} {b} {0}", 7, a="q", z=1)
