# The % operator of str and bytes: flags, widths, mappings, conversions, errors.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for text, value in [("%d", 5), ("%5d|%-5d|%05d|%+d|% d", (1, 2, 3, 4, 5)), ("%x %X %#x %o %#o", (255, 255, 255, 8, 8)), ("%e %E %f %F %g %G", (1.5,) * 6), ("%.2f %.0f %#.0f", (1.005, 2.5, 2.5)), ("%c%c", (65, "z")), ("%c", "ab"), ("%c", 0x110000),
                    ("%c", 1.5), ("%s %r %a", ("é",) * 3), ("%10s|%-10s|%.2s", ("abc",) * 3), ("%%", ()), ("%", 1), ("%z", 1), ("%d", "5"), ("%d", 1.9), ("%d", None), ("%x", 1.5), ("%s", (1, 2)), ("%s %s", 1), ("%s", ()), ("x", 1), ("x", {}),
                    ("x", [1]), ("%(a)s", {"a": 1}), ("%(a)s", {}), ("%(a)s", 5), ("%(a)d %(b)5.1f", {"a": 1, "b": 2}), ("%(a", {"a": 1}), ("%*d", (5, 1)), ("%-*d|", (5, 1)), ("%.*f", (2, 1.239)), ("%*d", ("x", 1)), ("%s", [1, 2]), ("%s", {"a": 1}),
                    ("%i %u", (1, 2)), ("%ld %hd", (1, 2)), ("%5%", ()), ("%+s", "x"), ("%05s", "x"), ("%-05d|", 5), ("% +d", 5), ("%#d", 5), ("%d", True), ("%f", "x"), ("%f", 10**400), ("%d", 10**30), ("%.3d", 5), ("%.10x", 255), ("%+x", -255),
                    ("%s" * 3, (1, 2)), ("%(x)s %s", {"x": 1}), ("%.0s", "abc"), ("%g", 1e-5), ("%g", 123456789.0), ("%#g", 1.0), ("%d%%", 50), ("%d", float("inf")), ("%d", float("nan")), ("%f", float("-inf")), ("%5.1f|", float("nan"))]:
    t(lambda: text % value)


class V:
    def __str__(self): return "V-str"
    def __repr__(self): return "V-repr"
    def __int__(self): return 7
    def __index__(self): return 8
    def __float__(self): return 9.5


for spec in ("%s", "%r", "%d", "%x", "%f", "%c", "%i"): t(lambda: spec % V())
for text, value in [(b"%d %s", (5, b"x")), (b"%s", "x"), (b"%b", b"ok"), (b"%a", "é"), (b"%c", 65), (b"%c", b"z"), (b"%c", 256), (b"%x", 255), (b"%5.1f", 2.25), (b"%(a)s", {b"a": b"v"}), (b"%s %s", (b"a",)), (b"%s", 5), (b"%d", "x"), (bytearray(b"%d"), 5), (b"%-5d|", 5), (b"%r", "x"), (b"%%", ())]:
    t(lambda: text % value)
