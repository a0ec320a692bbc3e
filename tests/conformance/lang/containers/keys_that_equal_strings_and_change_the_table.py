# Keys that say they are equal to strings are found by strings; an __eq__ that empties what is searched is survived.
from random import Random


class Insensitive:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        return hash(self.text.lower())

    def __eq__(self, other):
        return (other.text if isinstance(other, Insensitive) else other).lower() == self.text.lower()


prices = {Insensitive("tea"): 1, "soup": 2}
print(prices.get("tea"), "tea" in prices, "TEA" in prices, prices[Insensitive("SOUP")])
prices["tea"] = 3
print(len(prices), list(prices.values()), prices.pop("tea"), len(prices))


class Name(str):
    pass


class Folded(str):
    def __hash__(self):
        return hash(self.lower())

    def __eq__(self, other):
        return self.lower() == other.lower()


names = {Name("x"): 1, Folded("Y"): 2, Folded("z"): 3}
print(names["x"], names.get(Name("x")), "y" in names, "Y" in names, "z" in names, Folded("Z") in names)


class Emptying:
    def __init__(self):
        self.left = 5

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.left -= 1
        if self.left > 0:
            table.clear()
            table[1] = "new"
        return False


table = {Emptying(): 1}
print(table.get(1), table)


class Both:
    def __hash__(self):
        return 7

    def __eq__(self, other):
        first.clear()
        second.clear()
        return True


first, second = {Both(): Both()}, {Both(): Both()}
print(first == second, first, second)


class Fickle:
    def __init__(self, random):
        self.random = random

    def __hash__(self):
        return self.random.randrange(2)

    def __eq__(self, other):
        if enabled and self.random.randrange(4) == 0:
            (one if self.random.randrange(2) else two).clear()
        return enabled and bool(self.random.randrange(2))


survived = 0
for operation in ("__or__", "__and__", "__sub__", "__xor__", "__ior__", "__iand__", "__isub__", "__ixor__", "__eq__", "__lt__", "update", "isdisjoint"):
    for seed in range(1):
        random, enabled = Random(seed), False
        one, two = {Fickle(random) for _ in range(7)}, {Fickle(random) for _ in range(7)}
        enabled = True
        try:
            getattr(one, operation)(two)
        except RuntimeError as error:
            assert "changed size during iteration" in str(error)
        survived += 1
print(survived)
