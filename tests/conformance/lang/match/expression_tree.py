# A small interpreter over a tree of classes, the commonest use of match.
class Node:
    __match_args__ = ()

    def __init__(self, *values):
        for name, value in zip(self.__match_args__, values, strict=True):
            setattr(self, name, value)

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(repr, vars(self).values()))})"


class Number(Node):
    __match_args__ = ("value",)


class Binary(Node):
    __match_args__ = ("op", "left", "right")


class Negate(Node):
    __match_args__ = ("of",)


def simplify(node):
    match node:
        case Binary("+", Number(0), x) | Binary("+", x, Number(0)) | Binary("*", Number(1), x) | Binary("*", x, Number(1)):
            return simplify(x)
        case Binary("*", Number(0), _) | Binary("*", _, Number(0)):
            return Number(0)
        case Negate(Negate(x)):
            return simplify(x)
        case Binary(op, left, right):
            a, b = simplify(left), simplify(right)
            return simplify(Binary(op, a, b)) if (a, b) != (left, right) else node
        case _:
            return node


def value(node):
    match node:
        case Number(v):
            return v
        case Negate(x):
            return -value(x)
        case Binary("+" | "-" as sign, l, r):
            return value(l) + (value(r) if sign == "+" else -value(r))
        case Binary("*", l, r):
            return value(l) * value(r)
        case Binary(op=unknown):
            raise ValueError(f"no {unknown}")


tree = Binary("+", Number(0), Binary("*", Number(1), Negate(Negate(Binary("-", Number(7), Number(2))))))
print(simplify(tree))
print(value(tree))
print(simplify(Binary("*", tree, Number(0))))
try:
    value(Binary("/", Number(1), Number(2)))
except ValueError as error:
    print(error)
