"""heapq: which of equal items is where, the max variants behind nlargest, merge, and what is no heap."""
import heapq
from bisect import bisect, bisect_left, insort


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority

    def __repr__(self):
        return f"{self.priority}{self.name}"


heap = []
for at, priority in enumerate([3, 1, 3, 2, 1, 2, 3]):
    heapq.heappush(heap, Job(priority, "abcdefg"[at]))
print(heap, heapq.heapreplace(heap, Job(1, "z")), heapq.heappushpop(heap, Job(0, "y")), [heapq.heappop(heap) for _ in range(7)])
numbers = [(n * 7919) % 31 for n in range(25)]
heapq.heapify(numbers)
print(numbers, heapq.nlargest(4, numbers), heapq.nsmallest(3, numbers, key=lambda n: -n))
words = [("a", 1), ("b", 1), ("c", 2), ("d", 2)]
print(heapq.nlargest(3, words, key=lambda w: w[1]), heapq.nsmallest(2, iter(words), key=lambda w: w[1]), heapq.nlargest(0, words))
print(heapq.nlargest(1, []), heapq.nsmallest(1, [3, 1]), heapq.nlargest(9, [1, 2]))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(["b", "aaa"], ["cc"], key=len)))
attempt(heapq.heappop, [])
attempt(heapq.heappush, (1,), 2)
attempt(heapq.heappush, [1], "a")
attempt(heapq.heapify, "abc")
attempt(heapq.heappush, [(1, object())], (1, object()))
emptied = []


class Clears:
    def __lt__(self, other):
        emptied.clear()
        return True


emptied.extend([Clears(), Clears(), Clears()])
attempt(heapq.heapify, emptied)
print(bisect([1, 2, 2, 3], 2), bisect_left([1, 2, 2, 3], 2), bisect([1, 3, 5], 4, lo=1), bisect([(1, "a"), (2, "b")], 1, key=lambda p: p[0]))
ordered = [("b", 1)]
insort(ordered, ("a", 2), key=lambda p: -p[1])
print(ordered)
attempt(bisect, [1], "a")
attempt(bisect, [1, 2], 1, -1)
attempt(bisect, [1, 2], 3, 0, 10)
attempt(insort, (1, 2), 1)
