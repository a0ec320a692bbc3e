# What the functions of random refuse, in CPython's words; and the odd things that 3.11 still takes.
import random


class Deck:
    def __len__(self):
        return 3


random.seed(9)
calls = [
    ("randrange", (), {}), ("randrange", (0,), {}), ("randrange", (5, 5), {}), ("randrange", (5, 1), {}), ("randrange", (1, 5, 0), {}),
    ("randrange", (1, 5, -1), {}), ("randrange", (1.5,), {}), ("randrange", ("a",), {}), ("randrange", (1, 2.5), {}),
    ("randrange", (10, None, 2), {}), ("randrange", (None,), {}), ("randint", (5, 1), {}), ("randint", (1,), {}), ("randint", ("a", 2), {}),
    ("randint", (1.5, 2), {}), ("randint", (1, 2, 3), {}), ("choice", ([],), {}), ("choice", ("",), {}), ("choice", ({1, 2},), {}),
    ("choice", (5,), {}), ("choice", ({},), {}), ("choice", (Deck(),), {}), ("choice", (), {}), ("choices", ([],), {}), ("choices", ([1, 2], [1]), {}),
    ("choices", ([1, 2], [0, 0]), {}), ("choices", ([1, 2], [1, float("inf")]), {}), ("choices", ([1, 2], 5), {}), ("choices", ([], []), {}),
    ("choices", (5,), {}), ("choices", ([1],), {"k": -1}), ("choices", ("ab",), {"k": 1.5}),
    ("choices", ([1, 2],), {"weights": [1, 1], "cum_weights": [1, 2]}), ("sample", ([1, 2], 3), {}), ("sample", ([1, 2], -1), {}),
    ("sample", ({1, 2}, 1), {}), ("sample", ({1: 2}, 1), {}), ("sample", ([1, 2], 1.5), {}), ("sample", ([1],), {}), ("sample", ("ab", "c"), {}),
    ("sample", ([1, 2],), {"k": 2, "counts": [1]}), ("sample", ([1, 2],), {"k": 2, "counts": [1, -1]}),
    ("sample", ([1, 2],), {"k": 2, "counts": [1, 1.5]}), ("sample", ([1, 2],), {"k": 5, "counts": [1, 2]}), ("sample", ([1], 1), {"foo": 1}),
    ("shuffle", ((1, 2),), {}), ("shuffle", ("ab",), {}), ("shuffle", ([1, 2], 5), {}), ("uniform", (1,), {}), ("uniform", ("a", "b"), {}),
    ("gauss", ("a", "b"), {}), ("expovariate", (0,), {}), ("expovariate", (), {}), ("gammavariate", (0, 1), {}), ("betavariate", (0, 1), {}),
    ("paretovariate", (0,), {}), ("weibullvariate", (1, 0), {}), ("lognormvariate", (10000, 0), {}), ("getrandbits", (-1,), {}),
    ("getrandbits", (1.5,), {}), ("randbytes", (-1,), {}), ("setstate", (5,), {}), ("setstate", ((1, 2, 3),), {}),
    ("setstate", ((3, (1, 2), None),), {}), ("seed", ([1],), {}), ("seed", (1, 2, 3), {}), ("triangular", (1, 2, 3, 4), {}),
    ("randrange", (), {"start": 3, "stop": 4}), ("choice", (), {"seq": [1]}), ("randbytes", (), {"n": 0}),
]
for name, args, keywords in calls:
    try:
        print(name, getattr(random, name)(*args, **keywords))
    except Exception as e:
        print(name, type(e).__name__, e)
