"""deque: both ends, a maximum length, rotation, searching, and what a walk says when it changes meanwhile."""
from collections import deque


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


d = deque([1, 2, 3], 5)
d.extend([4, 5, 6])
d.extendleft("ab")
print(d, d.maxlen, len(d), bool(deque()))
for turn in (2, -3, 1, 100, 0):
    d.rotate(turn)
    print(turn, d)
for bad in (lambda: deque(5), lambda: deque([], -1), lambda: deque([], "x"), lambda: d.insert(0, 1), lambda: d[10], lambda: d["x"],
            lambda: d[1:2], lambda: d.remove(99), lambda: d.index("a", 4), lambda: deque().pop(), lambda: d + [1], lambda: d < [1],
            lambda: hash(d), lambda: setattr(d, "label", 1)):
    attempt(bad)
e = deque("abc")
e.insert(1, "X")
e.insert(-1, "Y")
e.insert(100, "Z")
del e[0]
print(e, e.index("Y"), e.count("Z"), "b" in e, list(reversed(e)), e * 2, deque([1, 2, 3], 4) * 100)
print(deque("ab") < deque("b"), deque("ab") == deque("ab"), deque("ab") == ["a", "b"], deque([1]) + deque([2]))
e += e
print(e)
inner = deque()
inner.append(inner)
print(inner, deque([deque([1]), [2]]))


def grows():
    for item in e:
        e.append(item)


def changes_a_value():
    for item in e:
        e[0] = item
    return e[0]


attempt(grows)
attempt(changes_a_value)
walk = iter(deque([1, 2, 3]))
next(walk)
print(walk.__length_hint__(), list(walk), list(walk))
big = deque(range(1000))
for i in range(500):
    big.popleft()
for i in range(250):
    big.appendleft(i)
del big[3], big[700]
print(sum(big), len(big), big[0], big[-1], big[400], big[-400])
match deque([1, 2, 3]):
    case [first, *rest]:
        print(first, rest)


class Recent(deque):
    def newest(self):
        return self[-1]


r = Recent("xyz", 2)
print(r, r.newest(), r.copy(), type(r + r).__name__)
