# What changes in place, what gives back something new, and what gives back None.
a = [3, 1, 2]
print(a.append(4), a.extend("xy"), a.insert(1, "in"), a.insert(-100, "first"), a.insert(100, "last"))
print(a, len(a), a.pop(), a.pop(0), a.pop(1), a)
print(a.index(1), a.count(3), a.remove("x"), a.reverse(), a)
b = a.copy()
b.clear()
print(a, b, a + [0], a * 2, [0] * -1)
nested = [[0] * 2] * 2
nested[0][0] = 1
print(nested)
c = [5, 3, 9]
print(c.sort(), c, sorted(c, reverse=True), list(reversed(c)), c)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [1, 2] == [1.0, 2.0], [1] == (1,))
loop = [1]
loop.append(loop)
print(loop, [None, True, 1.0, "q'q", 'd"d', "both'\""])
print(list("abc"), list({"k": 1}), [*range(3)], 2 in [1, 2.0], "a" not in ["b"])
