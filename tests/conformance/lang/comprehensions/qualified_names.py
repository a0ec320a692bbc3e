# What a comprehension holds is not called local to it, at any depth; what a function or lambda holds is.
print([(lambda: 1) for _ in (1,)][0].__qualname__)
print(list((lambda: 1) for _ in (1,))[0].__qualname__)


def outer():
    print([(lambda: 1) for _ in (1,)][0].__qualname__)
    print([(lambda: lambda: 1) for _ in (1,)][0]().__qualname__)
    print([[(lambda: 1) for _ in (1,)] for _ in (1,)][0][0].__qualname__)
    print([(lambda: [(lambda: 1) for _ in (1,)]) for _ in (1,)][0]()[0].__qualname__)
    print([[x for x in (lambda: 1,)] for _ in (1,)][0][0].__qualname__)
    print({k: (lambda: k) for k in (1,)}[1].__qualname__, [*{(lambda: k) for k in (1,)}][0].__qualname__)

    class Inner:
        first = [(lambda: 1) for _ in (1,)][0].__qualname__
        second = [[(c for c in (1,)) for _ in (1,)] for _ in (1,)][0][0].__qualname__

        def method(self):
            return [(lambda: 1) for _ in (1,)][0]

    print(Inner.first, Inner.second, Inner().method().__qualname__)


outer()
for call in (lambda: [lambda a: a for _ in (1,)][0](), lambda: list((lambda *, k: k) for _ in (1,))[0](1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
