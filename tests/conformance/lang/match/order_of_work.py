# The subject is worked out once; patterns are tried in order, and each asks no more than it needs.
class Watched:
    __match_args__ = ("a", "b")

    def __getattr__(self, name):
        print("  asked for", name)
        if name == "missing":
            raise AttributeError(name)
        return 1

    def __eq__(self, other):
        print("  compared with", other)
        return False


def subject():
    print("subject")
    return Watched()


def guard(n):
    print("  guard", n)
    return n == 3


match subject():
    case 5:
        print("5")
    case Watched(2, b=1):
        print("first")
    case Watched(missing=1, a=1):
        print("missing")
    case Watched(a=1) if guard(1):
        print("guarded")
    case Watched(b=x) if guard(x + 2):
        print("found", x)
    case _:
        print("default")


class Length:
    def __len__(self):
        print("  len")
        return 2

    def __getitem__(self, i):
        print("  item", i)
        return i


match Length():
    case [a, b]:
        print("a sequence")
    case _:
        print("__len__ and __getitem__ alone make no sequence")


class Sized(list):
    def __len__(self):
        print("  len")
        return super().__len__()


match Sized([1, 2, 3]):
    case [1]:
        print("one")
    case [1, *_, 3]:
        print("three")
