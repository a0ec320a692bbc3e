# type, isinstance, bool of everything, conversions, and print's own rules.
for value in (0, 0.0, "", [], (), {}, set(), None, False, range(0), "0", [0], " ", 0.1, -1):
    print(bool(value), end=" ")
print()
print([type(v).__name__ for v in (1, 1.0, "", [], (), {}, set(), None, True, range(1), len, print, type, Exception(), lambda: 0)])
print(isinstance(True, int), isinstance(1, bool), issubclass(bool, int), isinstance([], (tuple, list)), type(1) is int, type(True) == int)
print(int("42"), int(3.9), float("2.5"), str(12), bool("False"), list((1, 2)), tuple([1]), set([1, 1]), dict(a=1), str(None), str([1, "a"]))
print(callable(len), callable(5), hash("a") == hash("a"), hash(1) == hash(1.0) == hash(True), id(5) == id(5), bin(10), oct(8), hex(255), bin(-5))
print(repr("a"), ascii("ä"), pow(2, 10), pow(2, 10, 7), divmod(7, 3), abs(-3), abs(-2.5), sum([]), max("b", "a"), min(3, 1, 2), len({1: 2}))
print(print("inner"), type(print()), int(), float(), str(), list(), dict(), tuple(), bool())
print(int, str, type(None), type(...), ..., NotImplemented, ValueError, object, type)
print(1, 2, sep="", end="!\n")
print("a", "b", sep=None, end=None)
try:
    print("x", sep=1)
except TypeError as error:
    print(error)
