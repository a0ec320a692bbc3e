# The distributions to nine digits (the last bits are the C library's), and that gauss keeps its second number.
import random

random.seed(8)
for _ in range(5):
    print(*(f"{x:.9g}" for x in (
        random.gauss(0, 1), random.gauss(5, 2), random.gauss(), random.gauss(mu=1, sigma=0.1), random.normalvariate(0, 1),
        random.normalvariate(), random.lognormvariate(0, 0.25), random.expovariate(1.5), random.expovariate(-2),
        random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0), random.gammavariate(2, 3), random.gammavariate(0.5, 1),
        random.gammavariate(1, 2), random.betavariate(2, 3), random.betavariate(0.5, 0.5), random.paretovariate(3),
        random.weibullvariate(1, 1.5))))
random.seed(1)
first = random.gauss(0, 1)
kept = random.getstate()
second = random.gauss(0, 1)
random.setstate(kept)
print(random.gauss(0, 1) == second, kept[0], len(kept[1]), kept[2] is not None)
random.seed(1)
print(random.gauss(0, 1) == first, random.getstate()[2] is None)
