# Instances of Random are apart from the module's own; a subclass that overrides random() or getrandbits() is drawn from.
import copy
import random
from random import Random


class Fixed(Random):
    def __init__(self, seed):
        super().__init__(seed)
        self.tag = seed

    def random(self):
        return 0.25


class Counting(Random):
    def __init__(self):
        super().__init__(1)
        self.calls = 0

    def getrandbits(self, k):
        self.calls += 1
        return self.calls % (1 << k)


fixed = Fixed(5)
print(fixed.tag, fixed.random(), fixed.uniform(0, 4), fixed.choice([1, 2, 3, 4]), fixed.randint(1, 8), fixed.choices([1, 2, 3, 4], k=2))
print(fixed.sample(range(10), 1), round(fixed.expovariate(1), 9), fixed.triangular())
counting = Counting()
print(counting.random(), [counting.randint(1, 6) for _ in range(4)], counting.choice("abc"), counting.calls, counting.sample(range(5), 2))
items = [1, 2, 3, 4]
counting.shuffle(items)
print(items)
a, b = Random(3), Random(3)
random.seed(3)
print(a.random() == b.random() == random.random(), a.randint(1, 10**12) == b.randint(1, 10**12), Random(x=4).random())
c, d = copy.copy(a), copy.deepcopy(a)
print(a.random() == c.random() == d.random(), a is not c)
state = random.getstate()
numbers = [random.random() for _ in range(700)]
random.setstate(state)
print(numbers == [random.random() for _ in range(700)], state == random.getstate())
print(Random.__mro__, Random.__module__, random.choice.__self__ is random.seed.__self__, Random.VERSION)
unseeded = Random()
print(0 <= unseeded.random() < 1, unseeded.getstate() != Random().getstate())
system = random.SystemRandom()
print(isinstance(system, Random), 0 <= system.random() < 1, system.randint(3, 3), len(system.randbytes(4)), system.choice([7]), system.seed(5))
for call in (system.getstate, lambda: system.getrandbits(-1), lambda: Random(1, 2), lambda: Random([1])):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
