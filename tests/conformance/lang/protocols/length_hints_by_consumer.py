# Who asks __length_hint__, and what becomes of a wrong answer.
class L:
    def __init__(s,v): s.v=v
    def __iter__(s): return iter([1,2,3])
    def __length_hint__(s):
        if isinstance(s.v,Exception): raise s.v
        return s.v
import operator
for v in (3, 0, -1, NotImplemented, "a", 10**30, TypeError("t"), ValueError("v"), True, 1.5, None):
    for f in (list, tuple, operator.length_hint, lambda x: sorted(x), lambda x: [*x], lambda x: bytes(x), lambda x: bytearray(x), set, lambda x: [].extend(x), lambda x: operator.length_hint(x, 7)):
        try: print(f(L(v)), end=' | ')
        except Exception as e: print(type(e).__name__, e, end=' | ')
    print()
for it in (iter([1,2]), iter((1,)), iter("abc"), iter({1:2}), iter({1}), iter(range(4)), reversed([1,2,3]), iter(b"ab"), iter(int,1), map(str,[1]), zip([1]), enumerate([1]), (x for x in [1]), iter({1:2}.items()), reversed({1:2}), iter(bytearray(b'ab'))):
    print(type(it).__name__, hasattr(it,'__length_hint__'), operator.length_hint(it, 99))
