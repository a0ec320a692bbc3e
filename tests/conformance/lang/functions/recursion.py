# Deep, mutual and too deep.
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(100), odd(100))


def forever():
    return forever()


try:
    forever()
except RecursionError as error:
    print(type(error).__name__, error)


def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(hanoi(7, "a", "b", "c"))
