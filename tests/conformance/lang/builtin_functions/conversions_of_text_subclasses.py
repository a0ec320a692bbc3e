# Conversions of texts that have __int__ or __float__, counting what equals everything, print without a stream, and small refusals.
import math
import sys
from collections.abc import Sequence


class Text(str):
    def __int__(self):
        return 7

    def __float__(self):
        return 1.5


class Raw(bytes):
    def __index__(self):
        return 9


class Plain(str):
    pass


class Equal:
    def __eq__(self, other):
        return True


print(int(Text("3")), float(Text("3")), int(Plain("3")), float(Plain("3")), int(Raw(b"4")))
print(range(10).count(Equal()), range(3, 10).index(Equal()), range(5).count(2.0), range(5).count("2"), range(5).count(True))
print(math.log(10 ** 1000), math.log10(10 ** 400), math.log2(2 ** 2000), math.log(3 ** 2000))
for text in ("0x1p 0", "0x1p1_0", "0x1p+3", " 0x1.8p1 ", "1p", "0x1p"):
    try:
        print(float.fromhex(text))
    except ValueError as error:
        print(error)
print(isinstance(memoryview(b""), Sequence))
out, sys.stdout = sys.stdout, None
print("lost")
sys.stdout = out
print("back")
for what in (lambda: format(1, None), lambda: print(foo=1), lambda: print(1, sep=1)):
    try:
        what()
    except TypeError as error:
        print(error)
print([name for name in dir(sys) if name in ("_record", "__getattr__", "float_info", "flags", "version_info", "implementation", "getsizeof")])
