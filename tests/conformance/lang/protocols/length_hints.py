# list(), tuple(), sorted(), extend() and * ask how long what they read will be, by __len__ or __length_hint__; others do not.
def t(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


class Told:
    def __iter__(self): print("iter", end=" "); return iter([2, 1])
    def __len__(self): print("len", end=" "); return answer


class Hinted:
    def __iter__(self): print("iter", end=" "); return iter([2, 1])
    def __length_hint__(self):
        print("hint", end=" ")
        if isinstance(answer, Exception): raise answer
        return answer


for answer in (2, -1, "x", NotImplemented, 1.5, TypeError("type"), KeyError("key")):
    for make in (Told, Hinted):
        if make is Told and not isinstance(answer, (int, str)): continue
        t(lambda: list(make())); t(lambda: tuple(make())); t(lambda: sorted(make())); t(lambda: [*make()]); t(lambda: [0].extend(make())); t(lambda: (lambda *a: a)(*make()))
answer = 2
t(lambda: set(Told()) == {1, 2}); t(lambda: sum(Told())); t(lambda: max(Told())); t(lambda: dict(zip(Told(), Told()))); t(lambda: 1 in Told()); t(lambda: list(map(str, Told())))
a, b = Told()
print(a, b, *Told())
