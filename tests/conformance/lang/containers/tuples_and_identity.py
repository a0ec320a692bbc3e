# Tuples compare item by item; names share one object; `is` and `==` differ.
print((1,), (), (1, "a"), 1, (1, 2) + (3,), (0,) * 3, (1, 2) < (1, 3), (1, [2]) == (1, [2]))
print((1, 2, 1).count(1), (5, 6).index(6), tuple("ab"), len(((1, 2), 3)))
a = [1, 2]
b = a
c = a[:]
b.append(3)
print(a, c, a is b, a == c + [3], a is c)
inner = []
t = (inner, 1)
inner.append("x")
print(t, None is None, True == 1, True is (1 == 1), 1 == 1.0, "1" == 1)
swap = (1, 2)
x, y = swap[::-1]
print(x, y, *swap, sep="-")
print(min((2, "b"), (1, "z")), max([(1, 2), (1, 1)]), sorted([(2, "a"), (1, "b"), (1, "a")]))
try:
    (1, 2) < (1, "a")
except TypeError as error:
    print(error)
try:
    t[1] = 5
except TypeError as error:
    print(error)
