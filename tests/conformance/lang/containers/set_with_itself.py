# Sets in the order of their tables, after operations with others and with themselves.
l = [10**18, 2]
q = ({frozenset(l), frozenset(frozenset({1, 9}))} ^ (frozenset({1, 9})).copy())
print(q, q | q, q.copy(), set(q))
q = {frozenset([10**18, 2]), frozenset({1, 9}), 1, 9}
for n in range(3): print(q | q, set(q), q ^ {5}, q & q, q - {7}, {*q}, frozenset(q))
import itertools
for a in itertools.product([1, 9, frozenset({1, 9}), frozenset({4})], repeat=2):
    x = set(a); y = set(reversed(a)); 
    print(x, y, x ^ y, x | y, x ^ {1, 2, 3}, {1, 2, 17} ^ x, x - {1}, x & y, x | x, x.symmetric_difference(a))
    x ^= {9, 33}; print(x, x | x, x.copy()); x.discard(9); x.add(41); print(x, x | x, x ^ x.copy())
