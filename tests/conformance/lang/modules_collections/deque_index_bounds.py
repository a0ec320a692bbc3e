# deque.index with bounds that are far out, empty or backwards.
import sys
from collections import deque

line = deque([-2, -1, 0, 0, 1, 2])
print(line.index(0, -4 * sys.maxsize, 4 * sys.maxsize), line.index(0, -3), line.index(2, -1), line.index(-2, -100))
for arguments in ((0, 4 * sys.maxsize, -4 * sys.maxsize), (2, 0, -10), (2, 0, -1), (0, 4), (0, 3, 3), (-2, 1), (1, 5, 2)):
    try:
        print(line.index(*arguments))
    except ValueError as error:
        print(arguments[1:] == (4 * sys.maxsize, -4 * sys.maxsize) or arguments, error)


class Removing:
    def __eq__(self, other):
        line.remove(other)
        return False


for ask in (lambda: line.index(Removing()), lambda: line.count(Removing()), lambda: Removing() in line, lambda: line.remove(Removing())):
    try:
        print(ask())
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
print(line)
