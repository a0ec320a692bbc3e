# A seed gives CPython's numbers, in every function and from every kind of seed.
import random

for seed in (0, 1, -1, 42, 2**70, 1.5, -0.0, float("inf"), "tea", "", "héllo", b"abc", bytearray(b"abc"), True):
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(5), random.getrandbits(100), random.getrandbits(0), random.randbytes(5).hex())
    print(random.randint(1, 6), random.randrange(10), random.randrange(5, 50, 7), random.randrange(10, 0, -3), random.randrange(2**80))
    print(random.choice("abcdef"), random.choice(range(1000)), random.choices("abc", k=5), random.choices([1, 2, 3], [5, 0, 1], k=4))
    print(random.choices("xy", cum_weights=[1, 4], k=3), random.sample(range(100), 5), random.sample("abcdefgh", 3), random.sample([1, 2], 0))
    print(random.sample(["r", "b"], counts=[3, 2], k=4), random.sample(range(10**9), 4), random.sample(range(30), 25))
    cards = list(range(12))
    random.shuffle(cards)
    print(cards, random.uniform(1, 5), random.uniform(5, 1))
    print(random.triangular(), random.triangular(1, 3, 2), random.triangular(0, 10, mode=1), random.triangular(2, 2, 2))
for seed in ("text", b"bytes", ""):
    random.seed(seed, version=1)
    print(random.random(), random.randint(0, 99))
