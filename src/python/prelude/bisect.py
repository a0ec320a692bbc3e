"""Places in sorted lists: C++ (modules/heapq_module.cpp)."""

from _bisect import bisect_left, bisect_right, insort_left, insort_right

bisect = bisect_right
insort = insort_right
