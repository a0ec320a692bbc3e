# Who asks an object for its length, and who only its iterator.
class V:
    def __getitem__(self, k):
        raise IndexError
    def __len__(self): return -1
class U(V):
    def __len__(self): print('len'); return 'x'
for c in (V, U):
  for f in (lambda: list(c()), lambda: [*c()], lambda: tuple(c()), lambda: (*c(),), lambda: set(c()), lambda: sorted(c()), lambda: iter(c()).__length_hint__(), lambda: list(iter(c())), lambda:[].extend(c()), lambda: bytes(c()), lambda: dict(c()), lambda: print(*c()), lambda: list(map(str,c())), lambda: list(reversed(c()))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
try:
    *l, = V()
    print(l)
except Exception as e: print(e)
