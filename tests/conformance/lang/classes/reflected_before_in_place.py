"""`+=` of a list asks the other side's __radd__ before it takes its items; that of a subclass of list does not; `*=` likewise."""
import operator


class R:
    def __iter__(self):
        return iter([7, 8])

    def __radd__(self, other):
        return f"radd {other!r}"

    def __rmul__(self, other):
        return f"rmul {other!r}"

    def __index__(self):
        return 2


class N:
    def __iter__(self):
        return iter([9])

    def __radd__(self, other):
        print("asked")
        return NotImplemented


class P(list):
    pass


class B(bytearray):
    pass


def in_place(left, right):
    try:
        left += right
        return left
    except TypeError as error:
        return str(error)


def times(left, right):
    try:
        left *= right
        return left
    except TypeError as error:
        return str(error)


for left in ([1], P([1]), (1,), "a", b"a", bytearray(b"a"), B(b"a")):
    print(type(left).__name__, in_place(left, R()), in_place(left, N()))
    print(type(left).__name__, times(left, R()))
print(operator.iconcat([1], R()), operator.iadd([1], R()), operator.concat([1], [2]))


class T(tuple):
    pass


class S(str):
    pass


for call in (lambda: [1].__add__(T((1,))), lambda: "a".__add__(3), lambda: "a".__add__(S("b")), lambda: (1,).__add__([1]), lambda: (1,).__add__(T((2,))), lambda: b"a".__add__("b"),
             lambda: 5(*3), lambda: 5(**3), lambda: None(*3), lambda: R()(*3), lambda: "s"(**5)):
    try:
        print(call())
    except TypeError as error:
        print(str(error).split(" at 0x")[0])
seen = []


class H(set):
    def __hash__(self):
        seen.append("hash")
        return 1


s = {1, 2}
print(H({1}) in s, s.discard(H({1})), H({1}) in frozenset(s), seen)
