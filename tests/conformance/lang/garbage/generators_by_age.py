"""Generators that are garbage together are closed in the order in which they were made, wherever in memory they lie."""
import gc


class Cycle:
    def __init__(self, *held):
        self.held = held
        self.me = self


def walker(name, inner=None):
    try:
        yield name
    finally:
        print("closed", name)


def started(*args):
    generator = walker(*args)
    next(generator)
    return generator


gc.disable()
holes = [started(f"hole{i}") for i in range(4)]
outer = [started("first"), started("second")]
del holes[1], holes[0]
late = [started("third"), started("fourth", outer[0]), started("fifth")]
Cycle(*late, *outer)
del late, outer
print("collect")
gc.collect()
print("left", len(holes))
del holes
