# A class as an iterator; an iterator is exhausted, an iterable is not.
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        return Steps(self.start)


class Steps:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n + 1


down = Countdown(3)
print(list(down), list(down), sum(down))
steps = iter(down)
print(next(steps), list(steps), list(steps), next(steps, "empty"))
try:
    next(steps)
except StopIteration as stop:
    print(repr(stop), stop.value)
first, *rest = down
print(first, rest, 2 in down, max(down), dict(zip("abc", down)))
try:
    iter(5)
except TypeError as error:
    print(error)
