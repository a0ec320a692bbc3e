# A star takes what is left: those before it one by one, then a list is made of the iterator, which is asked for its own iterator
# and its length.
class Count:
    def __init__(self, stop=3):
        self.at, self.stop = 0, stop

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        print("next")
        self.at += 1
        if self.at > self.stop:
            raise StopIteration
        return self.at

    def __length_hint__(self):
        print("hint")
        return 2


first, *rest = Count()
print(first, rest)
*most, last = Count()
print(most, last)
a, (b, *c), d = 1, Count(2), 3
print(a, b, c, d)


def tried(action):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def few():
    a, b, c, d, *e = Count()


def few_after():
    a, *e, b, c, d = Count()


def none():
    a, *e = 5


class Odd(list):
    def __iter__(self):
        print("odd")
        return iter([7, 8])


def broken():
    for a, *b in [Odd([1]), Count(1), "xyz", 3]:
        print(a, b)


for each in few, few_after, none, broken:
    tried(each)
