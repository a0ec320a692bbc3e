# The right side first, then targets from left to right; augmented assignment evaluates its target once.
def at(label, value):
    print(label, end=" ")
    return value


box = [0, 0, 0]
at("list", box)[at("index", 1)] = at("value", 5)
print(box)
at("list", box)[at("index", 1)] += at("by", 2)
print(box)
i = 0
i, box[i] = 2, 9
print(i, box)
a = b = [1]
a += [2]
print(b, a is b)
a = a + [3]
print(b, a is b)
x, y = 1, 2
x, y = y, x
print(x, y)
t = ([1], 2)
try:
    t[0] += [5]
except TypeError as error:
    print(error, t)
del box[0], box[-1]
print(box, {at("k1", 1): at("v1", 2), at("k2", 3): at("v2", 4)})
