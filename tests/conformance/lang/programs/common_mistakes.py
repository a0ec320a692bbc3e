# conformance: stderr
# What beginners get wrong, and what they are told.
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ":", e)
t(lambda: "age: " + 5); t(lambda: 5 + "5"); t(lambda: int("five")); t(lambda: float("1,5")); t(lambda: [1,2,3][3]); t(lambda: {"a":1}["b"]); t(lambda: "abc"["1"]); t(lambda: None.append(1)); t(lambda: [1,2].add(3)); t(lambda: (1,2).append(3)); t(lambda: len(5)); t(lambda: sum(["a"])); t(lambda: max([])); t(lambda: undefined_name); t(lambda: "abc".uper()); t(lambda: [3,1].sorted()); t(lambda: "a" > 1); t(lambda: [1] + (2,)); t(lambda: {[1]: 2}); t(lambda: int([1])); t(lambda: "x" * 2.0); t(lambda: range(1.5)); t(lambda: "abc" - "a"); t(lambda: -"a"); t(lambda: [1,2] < ["a"]); t(lambda: 1 in 5); t(lambda: for_ if 0 else iter(5)); t(lambda: (lambda a: a)()); t(lambda: dict(1)); t(lambda: list(5)); t(lambda: "{} {}".format(1)); t(lambda: "%d" % "x"); t(lambda: "%s %s" % "x"); t(lambda: open); t(lambda: [][0]); t(lambda: "".join([1,2])); t(lambda: ",".join(5)); t(lambda: round("3.5")); t(lambda: abs("-3")); t(lambda: sorted([1,"a"])); t(lambda: min(1,"a")); t(lambda: set([[1]])); t(lambda: zip(1)); t(lambda: next([1])); t(lambda: "a".split("")); t(lambda: [1,2,3].index(9)); t(lambda: [1].remove(9)); t(lambda: {}.popitem()); t(lambda: [].pop()); t(lambda: set().pop()); t(lambda: {1}.remove(2)); t(lambda: bytes("é")); t(lambda: b"a" + "b"); t(lambda: "é".encode("ascii")); t(lambda: b"\xff".decode()); t(lambda: chr(-1)); t(lambda: ord("ab")); t(lambda: 1/0); t(lambda: 1%0); t(lambda: 10**400*1.0); t(lambda: int("1"*5000)); t(lambda: __import__("nope")); t(lambda: isinstance(1,"int")); t(lambda: super().x); t(lambda: print(1, sep=2)); t(lambda: print(1, ends="")); t(lambda: input_ if 0 else getattr(5, "x")); t(lambda: 5 .x); t(lambda: (5).real()); t(lambda: "abc"()); t(lambda: [1]()); t(lambda: {}()); t(lambda: 5 @ 5); t(lambda: ~1.5); t(lambda: 1 << -1); t(lambda: "a"[0:"b"]); t(lambda: [1,2,3][1:2:0]); t(lambda: a.b)
a, b = 1, 2
def f():
    try: a, b = [1]
    except ValueError as e: print(e)
    try: a, b = [1,2,3]
    except ValueError as e: print(e)
    try: a, b = 5
    except TypeError as e: print(e)
    try: a, *b, c = [1]
    except ValueError as e: print(e)
    try: (a, b), c = [1, 2]
    except TypeError as e: print(e)
    try: [a, b] = "abc"
    except ValueError as e: print(e)
    try: a, b = {}
    except ValueError as e: print(e)
    try:
        for x, y in [1, 2]: pass
    except TypeError as e: print(e)
    try:
        for x, y in [(1, 2, 3)]: pass
    except ValueError as e: print(e)
    try: a.x = 5
    except AttributeError as e: print(e)
f()
for i in range(3):
    lst = [1,2,3,4,5,6]
    for x in lst:
        if x % 2 == 0: lst.remove(x)
print(lst)
d = {"a": 1, "b": 2}
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1,2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
def default(x, acc=[]): acc.append(x); return acc
print(default(1), default(2)); print([[]] * 3, [[] for _ in range(3)]); m = [[0] * 2] * 2; m[0][0] = 1; print(m)
print(0.1 + 0.2 == 0.3, round(2.5), round(3.5), round(2.675, 2), int(-3.7), -7 // 2, -7 % 3, True + True, [] == False, "" or "x", None or 0, 1 and 2, not [], is_ if 0 else 3 == 3.0, "1" == 1, 256 is 256)
x = 5
print(x.upper())
