# How many arguments the functions take that are C in CPython, in C's words; some of them are Python here.
import collections
import datetime
import functools
import heapq
import math
import re
import sys
from datetime import date, timedelta, timezone

noon = datetime.datetime(2024, 1, 1, 12)
for what in (
        lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.sqrt(x=1), lambda: math.floor(), lambda: math.log(), lambda: math.log(1, 2, 3),
        lambda: math.pow(1),  lambda: heapq.heappop(), lambda: heapq.heappush([]), lambda: sys.intern(), lambda: sys.getsizeof(),
        lambda: sys.getsizeof(1, 2, 3), lambda: collections.deque().rotate(1, 2),
        lambda: functools.reduce(1),
        lambda: datetime.datetime.strptime("x"),
        lambda: datetime.datetime.strptime("x", "y", "z"), lambda: datetime.datetime.fromisoformat(), lambda: date.fromisoformat("x", "y"),
        lambda: datetime.datetime.fromtimestamp(), lambda: date.fromtimestamp(), lambda: date.fromordinal(), lambda: noon.strftime(), lambda: noon.strftime("a", "b"),
        lambda: noon.timetuple(1), lambda: noon.isoformat(1, 2, 3), lambda: noon.weekday(1), lambda: noon.date(1), lambda: noon.astimezone(1, 2),
        lambda: noon.replace(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), lambda: date(2020, 1, 1).replace(1, 2, 3, 4), lambda: date(1, 2, 3, 4), lambda: date(),
        lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8), lambda: timedelta().total_seconds(1), lambda: timezone(), lambda: timezone(timedelta(), "a", "b"),
        lambda: timezone.utc.utcoffset(), lambda: datetime.datetime(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        lambda: datetime.time(1, 2, 3, 4, 5, 6, 7, 8),
        lambda: re.compile("a").sub("b"), lambda: re.compile("a").subn(), lambda: re.compile("a").sub("b", "c", 1, 2), lambda: re.compile("a").finditer(),
        lambda: re.match("a", "a").expand(), lambda: re.sub("a"), lambda: re.compile("a").match(), lambda: re.compile("a").split()):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)
