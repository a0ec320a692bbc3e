# Sorting is stable, also reversed; the key is called once for each item.
people = [("Ann", 3), ("Bob", 1), ("Cid", 3), ("Dan", 2), ("Eve", 1)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
calls = []


def key(word):
    calls.append(word)
    return len(word)


words = ["pear", "fig", "apple", "kiwi", "nut"]
words.sort(key=key)
print(words, calls)
print(sorted("Banana"), sorted([True, 0, 2.5, -1]), sorted({"b": 1, "a": 2}), sorted(["b", "A", "a"], key=str.lower))
print(min(people, key=lambda p: p[1]), max(people, key=lambda p: p[1]), min("a", "B", key=str.upper))
print(max([], default="none"), max(3, 1, 2), sorted([[2], [1, 5], [1]]), list(reversed([1, 2, 3])))


class Backwards:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n


print([b.n for b in sorted(map(Backwards, [1, 3, 2]))])
