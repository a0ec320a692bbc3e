# Places in a range as long as an index may be: no sum of two indexes, and no small int, holds them.
import bisect
import sys

most = sys.maxsize
data = range(most - 1)
print(bisect.bisect_left(data, most - 3) == most - 3, bisect.bisect_right(data, most - 3) == most - 2)
print(bisect.bisect_left(data, most - 3, most - 4, most - 2) == most - 3, bisect.bisect(data, 5), bisect.bisect_left(data, -1))
squares = range(0, 10**18, 10**9)
print(bisect.bisect(squares, 10**17), bisect.bisect_left(squares, 3 * 10**9), bisect.bisect_left(squares, 7 * 10**9, key=lambda x: x // 2))


class Endless:
    """As long as an index may be; what is put in tells where."""

    def __len__(self):
        return most

    def __getitem__(self, index):
        return index

    def insert(self, index, item):
        print("put at", index == most - 100, item == most - 100)


bisect.insort_left(Endless(), most - 100)
bisect.insort_right(Endless(), most - 101)
