"""Counter arithmetic, most_common's order, and what it does with nothing."""
from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["zz"], "zz" in c, c.most_common(2), c.total(), len(c))
c.update("aaa")
c.update({"b": 10}, z=1)
c.subtract("rr")
c.subtract(Counter(a=1), d=3)
print(c, sorted(c.elements()), c.most_common())
a, b = Counter(x=3, y=1, w=-2), Counter(x=1, y=2, v=5)
print(a + b, a - b, a | b, a & b, +a, -a, a == b, a <= a + b, a < a)
a += b
print(a)
a -= Counter(x=100)
print(a, dict(a), list(a), Counter(), Counter(a=0) == Counter(), bool(Counter()))
del c["not there"]
print(Counter(["one", "two", "one"]).most_common(1)[0], c.copy() == c, type(c.copy()).__name__, isinstance(c, dict))
for call in (lambda: Counter.fromkeys("ab"), lambda: Counter(3), lambda: Counter([[1]]), lambda: hash(c)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
words = "the cat and the hat and the bat".split()
print(Counter(words).most_common(), Counter(len(w) for w in words))
