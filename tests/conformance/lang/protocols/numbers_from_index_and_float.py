# What int(), float(), repetition, indices and math make of __index__, __int__, __float__ and __trunc__, also of int subclasses.
class F(int):
    def __float__(self): return 2.5
    def __index__(self): return 9
    def __int__(self): return 7
    def __trunc__(self): return 8
print(float(F(3)), int(F(3)), [0,1,2,3][F(3)], hex(F(3)), "%d" % F(3), f"{F(3):d}", range(F(3)), bin(F(5)))
print(round(F(3)), abs(F(3)), -F(3), F(3)+1, F(3)*1.0, divmod(F(7),2), chr(F(65)))
import math
print(math.sqrt(F(4)), math.floor(F(4)), math.gcd(F(4), 6), math.factorial(F(4)))
class G(float):
    def __float__(self): return 9.5
    def __int__(self): return 4
    def __index__(self): return 5
print(float(G(1.0)), int(G(1.0)), math.sqrt(G(4.0)))
class H:
    def __float__(self): return G(2.0)
import warnings
try: print(float(H()))
except Exception as e: print(repr(e))
class I:
    def __index__(self): return True
try: print(int(I()))
except Exception as e: print(repr(e))
class J:
    def __index__(self): return 3
print(float(J()), int(J()), range(J()), "x"*J(), J()*"y", [1]*J(), J()*[2], (1,)*J(), J()*(3,), b"a"*J(), bytearray(b"b")*J())
print("abcdef"[J()], "abcdef"[:J()], [1,2,3,4][J()], (1,2,3,4)[J():])
x=[1]; x*=J(); print(x)
for bad in ("x"*1.0 if 0 else None,):
    pass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: "x"*1.5); t(lambda: 1.5*"x"); t(lambda: [1]*"a"); t(lambda: (1,)*None); t(lambda: b"a"*2.0); t(lambda: "a"*"b")
t(lambda: [1]*[2]); t(lambda: {}*2); t(lambda: 2*{1})
class K:
    def __index__(self): return "a"
t(lambda: "x"*K()); t(lambda: [1]*K()); t(lambda: [1,2][K()]); t(lambda: range(K())); t(lambda: int(K())); t(lambda: float(K()))
t(lambda: hex(K())); t(lambda: chr(K()))
t(lambda: [1]*(10**30)); t(lambda: "a"*(10**30)); t(lambda: [1][10**30]); t(lambda: "a"[-10**30]); t(lambda: "abc"[:10**30])
t(lambda: []*(10**30)); t(lambda: ""*(10**30)); t(lambda: "a"*-(10**30))
class L:
    def __int__(self): return 1.5
class M:
    def __float__(self): return 1
class N:
    def __trunc__(self): return 5
class O:
    def __complex__(self): return 1
t(lambda: int(L())); t(lambda: float(M())); t(lambda: int(N())); t(lambda: float(O())); t(lambda: int(O())); t(lambda: int(None))
t(lambda: float([])); t(lambda: int("x", 10)); t(lambda: int(3, 10)); t(lambda: int("7", J()))
t(lambda: int()); t(lambda: int(base=10)); t(lambda: int("3", base=99)); t(lambda: int(b"12", 8))
t(lambda: int(bytearray(b"zz"), 36)); t(lambda: float(b"1.5")); t(lambda: float("1_0.5")); t(lambda: float("1__0"))
t(lambda: float("  nan  ")); t(lambda: float("-inf")); t(lambda: float("infinit"))
t(lambda: int("١٢٣")); t(lambda: float("١.٥")); t(lambda: int(float("nan"))); t(lambda: int(float("inf"))); t(lambda: int(1e300))
t(lambda: int("0x1f", 16)); t(lambda: int("0b1", 0)); t(lambda: int("010", 0)); t(lambda: int("0_7", 8)); t(lambda: int("", 10))
t(lambda: int(" \n5\t"))
