# int: every method, its argument errors and edge values.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


t(int); t(int, "12", 0); t(int, "0x1F", 16); t(int, "0b101", 0); t(int, "  -12_3  "); t(int, "1__2"); t(int, "_1"); t(int, "1_"); t(int, ""); t(int, "٣٤")
t(int, b"12"); t(int, bytearray(b"7")); t(int, "z", 36); t(int, "z", 35); t(int, "1", 1); t(int, "1", 37); t(int, 5, 10); t(int, x=5); t(int, base=5); t(int, "5", base="x")
t(int, None); t(int, []); t(int, "1.5"); t(int, 1.9); t(int, -1.9); t(int, float("inf")); t(int, float("nan")); t(int, 1, 2, 3); t(int, "12", None); t(int, True)
t((5).bit_length); t((-256).bit_length); t((0).bit_length); t((255).bit_count); t((-7).bit_count); t((5).bit_length, 1)
t((1024).to_bytes, 2, "big"); t((1024).to_bytes, 2, "little"); t((1024).to_bytes, 1, "big"); t((-1).to_bytes, 2, "big"); t((-1).to_bytes, 2, "big", signed=True); t((0).to_bytes, 0, "big"); t((5).to_bytes); t((5).to_bytes, 2, "middle"); t((5).to_bytes, -1, "big"); t((5).to_bytes, "x", "big"); t((128).to_bytes, 1, "big", signed=True); t((-129).to_bytes, 1, "big", signed=True)
t(int.from_bytes, b"\x04\x00", "big"); t(int.from_bytes, b"\xff\xfe", "little", signed=True); t(int.from_bytes, [1, 2, 3], "big"); t(int.from_bytes, b"", "big"); t(int.from_bytes, "ab", "big"); t(int.from_bytes, 5, "big"); t(int.from_bytes, [256], "big"); t(int.from_bytes, b"\x01")
t((7).as_integer_ratio); t((7).conjugate); t(lambda: (7).real, ); t(lambda: (7).imag); t(lambda: (7).numerator); t(lambda: (7).denominator)
t((7).__divmod__, 2); t((7).__divmod__, 0); t((7).__divmod__, 1.5); t((7).__pow__, -1); t((7).__pow__, 2, 5); t((7).__rpow__, 2); t((7).__floordiv__, "x"); t((7).__lshift__, -1); t((7).__index__); t((7).__trunc__); t((7).__floor__); t((7).__ceil__); t((7).__round__, -1); t((7).__bool__); t((7).__int__); t((7).__float__); t((7).__abs__); t((-7).__abs__); t((7).__neg__); t((7).__pos__); t((7).__invert__); t((7).__eq__, "x"); t((7).__lt__, 7.5); t((7).__hash__); t((7).__format__, "x"); t((7).__format__, 5); t((7).__getnewargs__)
t(lambda: hash(2**61 - 1)); t(lambda: hash(2**61)); t(lambda: hash(-1)); t(lambda: hash(-2)); t(lambda: hash(2**100)); t(lambda: hash(10**20) == hash(1e20)); t(lambda: 2**53 + 1 == float(2**53)); t(lambda: 10**400 > 1e308); t(lambda: 10**400 == float("inf")); t(lambda: 10**400 < float("inf")); t(lambda: float(10**400)); t(lambda: 10**400 / 10**399); t(lambda: 1 / 10**400); t(lambda: 10**400 / 3.0)
for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a >> 1, a << 2, a & b, a | b, a ^ b, ~a)
