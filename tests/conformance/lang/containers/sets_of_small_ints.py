# Small ints lie in a set in the order of their hash slots.
print({3, 1, 2}, {8, 0, 16, 4}, {5, 13, 21}, set(), {1, True, 1.0})
s = {10, 2, 33}
s.add(7)
s.discard(99)
s.add(2)
print(s, len(s), 2 in s, 3 in s)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, a <= b, {3} < a, a.isdisjoint({9}), a == {4, 3, 2, 1})
a |= {6}
a -= {1}
print(a, sorted(a, reverse=True), sum(a), a.union([7, 8], (9,)), a.intersection([2, 99]))
print({x % 3 for x in range(10)}, frozenset([2, 1]), {frozenset([1]): "f"})
big = set(range(0, 100, 9))
print(big)
big.remove(27)
print(big, set("aaa"), list({-1, -2}))
e = {1}
print(e.pop(), e, set([1, 2, 2, 3, 3, 3]))
