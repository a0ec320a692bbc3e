# A comprehension has its own names; the first iterable is evaluated outside and at once; loops nest from left to right.
x = "outside"
print([x for x in range(3)], x, {x: x * x for x in range(3)}, {x % 2 for x in range(5)}, x)
print([(a, b) for a in range(3) for b in range(a)], [[r * c for c in range(3)] for r in range(2)])
print([n for n in range(20) if n % 2 if n % 3], [("fizz" if n % 3 == 0 else n) for n in range(1, 5)])
rows = [[1, 2], [3, 4], [5, 6]]
print([[row[i] for row in rows] for i in range(2)], [cell for row in rows for cell in row if cell > 2])
try:
    lazy = (y for y in undefined)
except NameError as error:
    print("at once:", error)
lazy = (undefined for y in [1])
try:
    next(lazy)
except NameError as error:
    print("later:", error)


def say(v):
    print(v, end=" ")
    return v


print({say("k1"): say("v1") for _ in [0]}, [say(a) + say(b) for a in "ab" for b in say("xy")])
data = [3, 1, 2]
lazy = (n for n in data if n in wanted)
data, wanted = [9], {1, 2}
print(list(lazy))


class Menu:
    items = ["tea", "pie"]
    upper = [item.upper() for item in items]


print(Menu.upper, sum(n for n in range(4)), max(len(w) for w in ["a", "abc"]), dict((v, k) for k, v in enumerate("ab")))
