# len, index, slice, in, iteration, truth and call, as methods.
class Shelf:
    def __init__(self, *things):
        self.things = list(things)

    def __len__(self):
        return len(self.things)

    def __getitem__(self, key):
        print(f"[{key!r}]", end=" ")
        return self.things[key]

    def __setitem__(self, key, value):
        self.things[key] = value

    def __delitem__(self, key):
        del self.things[key]

    def __contains__(self, thing):
        return thing.lower() in self.things

    def __call__(self, *args):
        return args[::-1]


shelf = Shelf("tea", "jam", "rice")
print(len(shelf), shelf[0], shelf[-1], shelf[1:], "TEA" in shelf)
shelf[1] = "salt"
del shelf[0]
print(shelf.things, bool(shelf), bool(Shelf()), shelf(1, 2))
print(list(Shelf("x", "y")))
for thing in Shelf("only"):
    print(thing)
print(list(reversed(Shelf("a", "b"))))
