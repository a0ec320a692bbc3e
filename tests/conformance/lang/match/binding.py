# Names are bound when a whole pattern has matched, before its guard; a failed pattern leaves them as they were.
x = y = "before"
match [1, 2]:
    case [x, 3]:
        print("never")
    case [x, y] if x > y:
        print("never")
    case [2, y]:
        print("never")
    case _:
        print("bound by the guarded pattern:", x, y)

match (1, (2, 3)):
    case (a, (b, 4) as pair) | (a, (b, 3) as pair):
        print(a, b, pair)

match [1, 2, 3]:
    case [b, a, 9] | [a, b, 3] | [a, 1, b]:
        print("order does not matter:", a, b)

match {"k": [1, 2, 3, 4]}:
    case {"k": [one, *middle, four], **rest} as whole:
        print(one, middle, four, rest, whole)

match 1, 2, 3:
    case _, z, _:
        print("z", z)


def local(value):
    match value:
        case [p, q]:
            pass
    return p + q


print(local([1, 2]))
try:
    local([1])
except UnboundLocalError as error:
    print(error)


class Holder:
    match 5:
        case int(number):
            pass


print(Holder.number)


def outer(value):
    match value:
        case {"n": n}:
            return lambda: n


print(outer({"n": 7})())


def counter():
    total = 0

    def add(value):
        nonlocal total
        match value:
            case [total]:
                pass
        return total

    add([3])
    return total


print(counter())
