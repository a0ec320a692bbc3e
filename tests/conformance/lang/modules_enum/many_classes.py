# Class bodies whose namespace is no plain dict, and finalisers in the middle of an instruction: the clock never runs back.
import time
from dataclasses import dataclass, field
from enum import Enum, IntFlag, auto


class Loud:
    count = 0

    def __del__(self):
        for _ in range(50):
            Loud.count += 1


before = time.monotonic()
for round_ in range(30):
    class Colour(Enum):
        RED = auto()
        GREEN = auto()
        BLUE = auto()

        def shout(self):
            return self.name + "!"

    class Rights(IntFlag):
        READ = auto()
        WRITE = auto()

    @dataclass(order=True, frozen=True)
    class Point:
        x: int
        y: int = 0
        tags: list = field(default_factory=list, compare=False)

    value = Loud()
    value = Colour((round_ % 3) + 1)
    names = sorted([Point(3, 1), Point(1, round_)])
    if round_ % 10 == 0:
        print(value, value.shout(), Rights(3), names[0])
print(Loud.count, time.monotonic() >= before)
