"""A set is looked for in a set as a frozenset would be; int() quotes at most 200 characters; hash of nothing."""
for v in ("1"*300+"x", b"1"*300+b"x", "é"*250, bytearray(b"zz"*120)):
    try: int(v)
    except ValueError as e: print(e)
    try: int(v, 7)
    except ValueError as e: print(e)
    try: float(v)
    except ValueError as e: print(e)
s = {1,2}
for f in (lambda: s.remove(set()), lambda: s.discard(set()), lambda: set() in s, lambda: s.remove({3}), lambda: s.remove([]), lambda: {frozenset({3})}.remove({3}), lambda: frozenset().__contains__(set()), lambda:(s-{1}).__contains__(set())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
class K(set): pass
for f in (lambda: s.remove(K()), lambda: K() in s, lambda: set.remove(K(), K([1]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
class S(set):
    def __hash__(self): return 7
class H(set):
    def __hash__(self): raise TypeError("mine")
class H2(set):
    def __hash__(self): raise ValueError("mine")
for f in (lambda: s.remove(S()), lambda: S() in s, lambda: s.remove(H()), lambda: H() in s,  lambda: H2() in s, lambda:s.discard(H())):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, e.args)
print(hash(""), hash(b""), {True, "", 1.0}, {b"", 3})
import enum
class Level(enum.IntFlag):
    LOW = 1
    HIGH = 4
class Bytes(int):
    def __bytes__(self): return b"\x01\x00"
for f in (lambda: int.from_bytes(Level.HIGH, "big"), lambda: int.from_bytes(Level.HIGH | Level.LOW, "big"), lambda: int.from_bytes(Bytes(7), "big"), lambda: int.from_bytes(7, "big"), lambda: int.from_bytes(1.5, "big"), lambda: int.from_bytes(True, "big"), lambda: int.from_bytes([1, 2], "little"), lambda: int.from_bytes("a", "big")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
