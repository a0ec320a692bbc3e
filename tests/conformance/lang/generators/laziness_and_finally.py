# Nothing runs before the first next; break runs finally at once; a StopIteration inside becomes RuntimeError.
def numbers():
    print("begin")
    try:
        for n in range(5):
            print("make", n)
            yield n
    finally:
        print("finally")


g = numbers()
print("made")
for n in numbers():
    if n == 1:
        break
print("after break")
print(sum(numbers()))
squares = (print("square", n) or n * n for n in [1, 2, 3])
print(next(squares))
print(any(x > 3 for x in squares), list(squares))


def leaks():
    yield 1
    raise StopIteration("x")


try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def endless():
    n = 0
    while True:
        yield n
        n += 1


e = endless()
print([next(e) for _ in range(3)], dict(zip("ab", e)), next(e))
busy = (next(busy) for _ in range(1))
try:
    next(busy)
except ValueError as error:
    print(error)
del g
print("unstarted generator runs nothing")
