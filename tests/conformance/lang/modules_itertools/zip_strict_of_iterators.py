# zip(strict=True) over iterators whose __next__ is the program's: its StopIteration is an end like any other.
class Down:
    def __init__(self, n, fails=False):
        self.n, self.fails = n, fails

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            if self.fails:
                raise ValueError("broken")
            raise StopIteration("ignored")
        self.n -= 1
        return self.n


for make in (
    lambda: zip("ab", Down(1), strict=True),
    lambda: zip(Down(1), "ab", strict=True),
    lambda: zip(Down(2), "ab", Down(2), strict=True),
    lambda: zip(Down(2), "ab", Down(3), strict=True),
    lambda: zip(Down(1, True), "ab", strict=True),
    lambda: zip("a", Down(1, True), strict=True),
    lambda: zip(Down(1), "ab"),
    lambda: zip(strict=True),
):
    got = []
    try:
        for each in make():
            got.append(each)
    except ValueError as error:
        print(error)
    print(got)
