# conformance: stderr
# Iterators by hand, generators, send, yield from, infinite ones, and a StopIteration that nobody catches.
class Reverse:
    """Iterator for looping over a sequence backwards."""
    def __init__(self, data):
        self.data = data
        self.index = len(data)
    def __iter__(self): return self
    def __next__(self):
        if self.index == 0: raise StopIteration
        self.index = self.index - 1
        return self.data[self.index]
rev = Reverse('spam'); print(iter(rev) is rev, list(rev), list(rev))
def reverse(data):
    for index in range(len(data)-1, -1, -1): yield data[index]
print(''.join(reverse('golf')), sum(i*i for i in range(10)))
xvec = [10, 20, 30]; yvec = [7, 5, 3]; print(sum(x*y for x,y in zip(xvec, yvec)))
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        n = self.n
        while n > 0:
            yield n
            n -= 1
    def __reversed__(self):
        yield from range(1, self.n + 1)
print(list(Countdown(3)), list(reversed(Countdown(3))), 2 in Countdown(3), max(Countdown(5)), [*Countdown(2), *Countdown(1)])
def running_average():
    total = count = 0; average = None
    while True:
        value = yield average
        if value is None: break
        total += value; count += 1; average = total / count
    return total, count
avg = running_average(); next(avg)
for v in (10, 20, 60): print(avg.send(v), end=' ')
try: avg.send(None)
except StopIteration as stop: print(stop.value)
def grouper():
    while True:
        result = yield from running_average()
        print("group", result)
g = grouper(); next(g); g.send(1); g.send(2); g.send(None); g.send(5); g.close()
def tree(t):
    if isinstance(t, (list, tuple)):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, (3, [4])], 5])))
def primes():
    yield 2
    found = [2]; n = 3
    while True:
        if all(n % p for p in found if p * p <= n): found.append(n); yield n
        n += 2
from itertools import islice, takewhile
print(list(islice(primes(), 10)), list(takewhile(lambda p: p < 30, primes())))
it = iter("abc"); print(next(it), next(it), next(it)); print(next(it, 'end'))
next(it)
