"""What iterators are made of: __reduce__ and __setstate__, also when they have ended and when the program has a say in their length."""
import copy

far = iter(range(2**70, 2**70 + 2))
next(far)
print(list(copy.copy(far)), list(far), list(copy.copy(far)))
near = iter(range(2, 20, 3))
next(near), next(near)
print(near.__reduce__(), list(copy.copy(near)))
near.__setstate__(4)
print(next(near), list(near), near.__reduce__()[1:], list(copy.copy(near)))
for index in (-5, 0, 3, 100):
    walk = iter(range(3))
    walk.__setstate__(index)
    print(index, list(walk))


class Text(str):
    def __len__(self):
        list(walk)
        return 2


walk = iter(Text("abcdef"))
walk.__setstate__(1)
print(list(walk))


class Short(list):
    def __len__(self):
        return 1


class ShortTuple(tuple):
    def __len__(self):
        return 1


for made in (Short([1, 2, 3]), ShortTuple((1, 2, 3))):
    walk = iter(made)
    walk.__setstate__(2)
    print(list(walk))
for made in ("ab", "aé", b"ab", bytearray(b"ab"), [1, 2], (1, 2)):
    walk = iter(made)
    list(walk)
    kind, args = walk.__reduce__()
    print(kind.__name__, args, type(copy.copy(walk)).__name__, list(copy.copy(walk)))
for made in ([1, 2, 3], (1, 2, 3), "abc"):
    walk = reversed(made)
    next(walk)
    print(walk.__reduce__()[1:], list(copy.copy(walk)))
    walk.__setstate__(-7)
    print(list(walk))
