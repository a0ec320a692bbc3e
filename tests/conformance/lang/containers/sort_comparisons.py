# How often a sort compares: runs, powersort, galloping; comparisons that lie or raise.
import functools, random
class C:
    count = 0
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        C.count += 1
        return self.n < other.n
random.seed(1)
for size in (65,):
    for name, data in (("random", [random.random() for _ in range(size)]), ("saw", [i % 17 for i in range(size)]), ("two", list(range(size // 2)) * 2), ("nearly", [i if i % 37 else 5 for i in range(size)]), ("blocks", [i // 40 * (-1) ** (i // 40) for i in range(size)])):
        C.count = 0
        got = sorted(map(C, data), reverse=name == "saw")
        print(size, name, C.count, [c.n for c in got] == sorted(data, reverse=name == "saw"))
calls = 0
def cmp(a, b):
    global calls
    calls += 1
    return (a > b) - (a < b)
data = [random.randrange(1000) for _ in range(66)]
print(sorted(data, key=functools.cmp_to_key(cmp)) == sorted(data), calls)
class Liar:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return random.random() < 0.5
random.seed(5)
liars = [Liar(i) for i in range(65)]
liars.sort()
print([l.n for l in liars][:20], sorted(l.n for l in liars) == list(range(65)))
class Raises:
    left = 300
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        Raises.left -= 1
        if Raises.left == 0: raise ValueError("enough")
        return self.n < other.n
many = [Raises(random.randrange(10000)) for _ in range(100)]
before = sorted(r.n for r in many)
try: many.sort()
except ValueError as e: print(e)
print([r.n for r in many][:100], sorted(r.n for r in many) == before)
