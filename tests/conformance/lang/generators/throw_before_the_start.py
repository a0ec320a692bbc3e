# An exception thrown into a generator that has not begun ends it; StopIteration becomes a RuntimeError there too.
def numbers():
    yield 1


for begun in (0, 1, 2):
    for error in (StopIteration(1), ValueError(2), GeneratorExit()):
        made = numbers()
        for _ in range(begun):
            next(made, None)
        try:
            print(made.throw(error))
        except BaseException as caught:
            print(begun, repr(caught), repr(caught.__cause__), repr(caught.__context__), caught.__suppress_context__)
        print(next(made, "end"))
