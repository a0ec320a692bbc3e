# __missing__ and __format__ where texts are formatted, and the corners of the format specification.
class D(dict):
    def __missing__(self,k): return "m"+str(k)
d=D(a=1); print(d["a"], d["b"], d.get("b"), "b" in d, len(d))
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: "%(x)s %(a)s"%d); t(lambda: "{x} {a}".format_map(d)); t(lambda: "{x}".format(**d))
class D2(dict):
    def __missing__(self,k): raise KeyError("no",k)
t(lambda: D2()[1])
class Fm:
    def __format__(self,s): return "<"+s+">"
print(f"{Fm():abc}", format(Fm()), "{:x{}}".format(Fm(),3), f"{Fm()!r:>5}"[:3])
class Fb:
    def __format__(self,s): return 5
t(lambda: f"{Fb()}"); t(lambda: format(Fb())); t(lambda: "{}".format(Fb()))
class Fo: pass
t(lambda: f"{Fo():x}"); t(lambda: format([],"x")); t(lambda: format(None,">5")); t(lambda: f"{None!s:>6}|")
t(lambda: format({}, "")); t(lambda: "{:d}".format("a")); t(lambda: "{:s}".format(5)); t(lambda: "{:c}".format(-1))
t(lambda: "{:c}".format(0x110000)); t(lambda: "{:,c}".format(65)); t(lambda: "{:+c}".format(65)); t(lambda: "{:#c}".format(65))
t(lambda: "{:.2d}".format(5)); t(lambda: "{:=5}".format("a")); t(lambda: "{:05}".format("a")); t(lambda: "{:,s}".format("a"))
t(lambda: "{:+}".format("a")); t(lambda: "{: }".format("a")); t(lambda: "{:#}".format("a")); t(lambda: "{:,_}".format(5))
t(lambda: "{:_,}".format(5)); t(lambda: "{:,,}".format(5)); t(lambda: "{:__}".format(5)); t(lambda: "{:,x}".format(500))
t(lambda: "{:_x}".format(500000)); t(lambda: "{:_b}".format(500000)); t(lambda: "{:,b}".format(5)); t(lambda: "{:n}".format(12345))
t(lambda: "{:,n}".format(5)); t(lambda: "{:z}".format(5)); t(lambda: "{:z.1f}".format(-0.01)); t(lambda: "{:zs}".format("a"))
t(lambda: "{:q}".format(5)); t(lambda: "{:q}".format(5.0)); t(lambda: "{:q}".format("a")); t(lambda: "{:5 d}".format(5))
t(lambda: "{:<<5}".format(5)); t(lambda: "{:^^5}".format("ab")); t(lambda: "{:é>5}".format("ab"))
t(lambda: "{:*^+12,.2f}".format(1234.5)); t(lambda: "{:012,.2f}".format(1234.5)); t(lambda: "{:012,}".format(-12345))
t(lambda: "{:08b}".format(-5)); t(lambda: "{:#010x}".format(255)); t(lambda: "{:#X}".format(255)); t(lambda: "{:#o}".format(8))
t(lambda: "{:e}".format(5)); t(lambda: "{:.0e}".format(12345)); t(lambda: "{:g}".format(1e20)); t(lambda: "{:#g}".format(1.0))
t(lambda: "{:G}".format(1e-10)); t(lambda: "{:%}".format(0.25)); t(lambda: "{:.1%}".format(1)); t(lambda: "{:%}".format(True))
t(lambda: "{:d}".format(True)); t(lambda: "{:}".format(True)); t(lambda: "{:5}".format(True)); t(lambda: "{:s}".format(True))
t(lambda: "{:f}".format(float("nan"))); t(lambda: "{:F}".format(float("inf"))); t(lambda: "{:010f}".format(float("-inf")))
t(lambda: "{:+}".format(float("nan"))); t(lambda: "{:.3}".format(3.14159)); t(lambda: "{:.3}".format("abcdef"))
t(lambda: "{:10.3}|".format("abcdef")); t(lambda: "{:.-1}".format(5)); t(lambda: "{:.}".format(5))
t(lambda: "{:.99999999999999999999}".format(5.0)); t(lambda: "{:99999999999999999999}".format(5)); t(lambda: "{:f}".format(10**400))
t(lambda: "{:x}".format(1.5)); t(lambda: "{:d}".format(1.5)); t(lambda: "{:,}".format(1e15)); t(lambda: "{:,}".format(1e16))
t(lambda: "{:_}".format(123456.789)); t(lambda: "{:,.3}".format(123456.789)); t(lambda: "{:<}".format(5))
t(lambda: "{:0<5}".format(5)); t(lambda: "{:0=5}".format(-5)); t(lambda: "{:=+5}".format(5)); t(lambda: "{:x<5}".format(5))
t(lambda: "{:0>5}".format(-5)); t(lambda: "{:<05}".format(-5)); t(lambda: "{:.0f}".format(0.5)); t(lambda: "{:.0f}".format(1.5))
t(lambda: "{:#.0f}".format(1.5)); t(lambda: "{:r}".format(5)); t(lambda: "{: d}".format(5)); t(lambda: "{:-d}".format(-5))
t(lambda: "{:\x00<5}".format("a")); t(lambda: "{:5}".format(b"a")); t(lambda: "{:5}".format((1,))); t(lambda: "{:10}|".format(1.0))
t(lambda: "{:<10}|".format(1)); t(lambda: "{:^10}|".format("é"))
