# __bool__, __len__, __index__, __int__, __float__, __hash__, __str__ and others with wrong answers.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def cls(**methods): return type("X", (), {f"__{k}__": (lambda v: lambda self, *a: v)(v) for k, v in methods.items()})()


for value in (1, "x", None, 0.0): t(bool, cls(bool=value))
for value in (-1, 1.5, 2**70, "3", True, None): t(len, cls(len=value)); t(bool, cls(len=value))
for value in (3, 1.5, "3", True, None, 2**70):
    t(int, cls(int=value)); t(int, cls(index=value)); t([1, 2, 3, 4].__getitem__, cls(index=value)); t(range, cls(index=value)); t(hex, cls(index=value))
    t(float, cls(float=value)); t(float, cls(index=value)); t(hash, cls(hash=value)); t(str, cls(str=value)); t(repr, cls(repr=value)); t(format, cls(format=value))
    t(bytes, cls(bytes=value)); t(round, cls(round=value)); t(abs, cls(abs=value)); t(lambda: -cls(neg=value))
t(int, cls()); t(float, cls()); t(len, cls()); t(abs, cls()); t(round, cls()); t(hash, cls(hash=-1)); t(hash, cls(hash=2**61)); t(hash, cls(hash=2**100))
t(lambda: -cls()); t(lambda: ~cls()); t(lambda: +cls()); t(lambda: cls() + 1); t(lambda: cls()[0]); t(lambda: cls()()); t(lambda: 1 in cls()); t(iter, cls()); t(next, cls())
t(reversed, cls()); t(lambda: "%d" % cls(index=5)); t(lambda: "%d" % cls(int=5)); t(lambda: f"{cls(format='ok')}")
t(lambda: chr(cls(index=65))); t(lambda: divmod(7, cls(index=2))); t(lambda: "abc"[cls(index=1):]); t(lambda: bytes(cls(index=2))); t(lambda: bytes([cls(index=65)]))
t(lambda: sum([cls(index=2)])); t(lambda: 5 + cls(index=2)); t(lambda: pow(2, cls(index=3))); t(lambda: int("11", cls(index=2))); t(lambda: [1, 2, 3].pop(cls(index=0)))
t(lambda: "a,b,c".split(",", cls(index=1))); t(lambda: list(enumerate("a", cls(index=5))))
