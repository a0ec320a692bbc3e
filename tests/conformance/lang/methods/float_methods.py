# float: every method, reading, printing, rounding and its edges.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for text in ("1.5", " 1e3 ", "-inf", "Infinity", "nan", "+nan", "1_0.5", "1__0", "1e", "e5", ".5", "5.", "", "0x1p3", "1e400", "1e-400", "１.５", "infinit", "--1", "1.5.2", "- 1"):
    t(float, text)
t(float); t(float, None); t(float, []); t(float, b"1.5"); t(float, 10**400); t(float, True); t(float, x=1); t(float, 1, 2)
for x in (0.0, -0.0, 1.0, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1e22, 1e23, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, 2.5, 1/3, 100.0, 1e100):
    print(x, repr(x), x.hex(), x.is_integer(), x.as_integer_ratio())
t(float("inf").as_integer_ratio); t(float("nan").as_integer_ratio); t(float("inf").is_integer); t(float("nan").hex); t(float.fromhex, "0x1.8p1"); t(float.fromhex, "inf"); t(float.fromhex, "1.8"); t(float.fromhex, "xyz"); t(float.fromhex, "0x1p2000"); t(float.fromhex, 5); t(float.fromhex, "-0x.8p-1")
t((1.5).conjugate); t(lambda: (1.5).real); t(lambda: (1.5).imag); t((1.5).__trunc__); t((1.5).__floor__); t((-1.5).__floor__); t((-1.5).__ceil__); t((2.5).__round__); t((2.675).__round__, 2); t((1.5).__round__, None); t((1.5).__round__, "x"); t((1e308).__round__, -308); t((1234.5).__round__, -2); t((1.5).__int__); t((1.5).__divmod__, 0.4); t((1.5).__divmod__, 0); t((1.5).__mod__, -0.4); t((1.5).__floordiv__, 0.0); t((1.5).__pow__, 2); t((0.0).__pow__, -1); t((-8.0).__pow__, 2.0); t((1.5).__eq__, "x"); t((1.5).__lt__, 10**400); t((1.5).__format__, ".3f"); t((1.5).__getnewargs__); t((1.5).__hash__); t((1.5).__bool__); t((0.0).__bool__)
inf, nan = float("inf"), float("nan")
for a in (inf, -inf, nan, 0.0, -0.0, 2.0):
    for b in (inf, -inf, nan, 0.0, -0.0, 3.0):
        row = []
        for op in (lambda: a + b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: a ** b):
            try:
                row.append(repr(op()))
            except ArithmeticError as error:
                row.append(type(error).__name__)
        print(a, b, *row, a < b, a == b, a != b)
t(round, inf); t(round, nan); t(round, inf, 2); t(round, 5.5, 2**70); t(round, 1e-320, 320); t(round, 0.5); t(round, 1.5); t(round, 2.5); t(round, -0.5); t(round, -2.5, 0); t(round, 1e300, 5)
print(sorted([3.0, -inf, 1, inf, 2.5, True]), max(nan, 1), max(1, nan), min(nan, 1), nan in [nan], [nan] == [nan], nan == nan, {nan: 1}.get(nan), hash(inf), hash(-inf), hash(0.5), hash(1e300))
