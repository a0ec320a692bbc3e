# A class that answers operators, comparison, len, indexing, iteration, calls, hashing and str.
class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return self.x * 31 + self.y

    def __lt__(self, other):
        return self.x < other.x

    def __len__(self):
        return 2

    def __getitem__(self, index):
        return self.x if index == 0 else self.y

    def __iter__(self):
        yield self.x
        yield self.y

    def __bool__(self):
        return self.x != 0

    def __call__(self, factor):
        return self.x * factor + self.y

    def __contains__(self, item):
        return item == self.x or item == self.y

    def __str__(self):
        return "(" + str(self.x) + ", " + str(self.y) + ")"


def run(n):
    position = Vector(0, 0)
    speed = Vector(3, 1)
    seen = {}
    total = 0
    for i in range(n):
        position = position + speed * (i % 5) - Vector(1, 2)
        if position == speed or position < speed:
            total += len(position)
        total += position[0] + position[1] + speed(i)
        x, y = position
        if position and 3 in speed:
            total += x - y
        if i % 10 == 0:
            seen[Vector(i % 50, 0)] = i
            total += len(str(position))
    return total, len(seen), str(position)


print(run(60_000))
