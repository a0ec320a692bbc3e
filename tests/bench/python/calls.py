# Calls of plain functions: recursion, and arguments given by place and by name.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def scaled(value, factor=3, *, offset=0):
    return value * factor + offset


def total(n):
    result = 0
    for i in range(n):
        result += scaled(i, offset=1) + scaled(i, 2)
    return result


print(fib(25), tak(16, 9, 2), total(200_000))
