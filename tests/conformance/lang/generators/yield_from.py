# Delegation passes values in, results out, and exceptions both ways.
def inner(n):
    total = 0
    try:
        for i in range(n):
            total += (yield i) or 0
    except ValueError:
        yield "inner caught"
    return total


def outer():
    first = yield from inner(2)
    second = yield from inner(3)
    yield from "ab"
    return first, second


g = outer()
print(next(g), g.send(10), g.send(20), g.throw(ValueError), list(g))


def collect():
    result = yield from outer()
    print("outer returned", result)


print(list(collect()))


def flatten(tree):
    for item in tree:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4]], 5], [], [[6]]])))
