# Lists, tuples and ranges are sequences; strings, bytes, sets and iterators are not.
class Point(tuple):
    pass


class Text(str):
    pass


def shape(x):
    match x:
        case []:
            return "empty"
        case [_]:
            return "one"
        case [a, b]:
            return f"two {a} {b}"
        case [first, *_, last] if first == last:
            return f"ends alike {first}"
        case [0, *rest]:
            return f"zero and {rest}"
        case [*start, 9]:
            return f"{start} and nine"
        case (a, [b, *c], *d):
            return f"nested {a} {b} {c} {d}"
        case [*_]:
            return "many"
        case _:
            return "no sequence"


for value in ([], (), range(0), [1], (1,), [1, 2], Point((3, 4)), range(2), [5, 6, 5], (0, 1, 2), [3, 4, 9], [1, [2, 3, 4], 5, 6],
              [1, (2,), 3], [1, 2, 3], "ab", b"ab", {1, 2}, {1: 2}, iter([1, 2]), 7, Text("ab"), bytearray(b"ab")):
    print(type(value).__name__, "->", shape(value))
