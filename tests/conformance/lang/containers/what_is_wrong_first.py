# Of two things that are wrong the one that CPython looks at first; and keys that an OrderedDict does not have, None among them.
import collections


class Asked:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("asked for", self.value)
        return self.value


for place, byte in (0, -(2**63)), (0, 256), (5, "x"), (0, 5), (2**70, 300), ("a", 300), (Asked(3), Asked(256)), (Asked(3), Asked(7)), (None, None):
    try:
        bytearray()[place] = byte
    except Exception as error:
        print(type(error).__name__, error)
for key in None, 1, (1, 2), ():
    for action in (
        lambda: collections.OrderedDict({"1": 1}).move_to_end(key),
        lambda: collections.OrderedDict().move_to_end(key),
        lambda: collections.OrderedDict().pop(key),
        lambda: collections.OrderedDict({2: 1}).pop(key),
        lambda: {}.pop(key),
        lambda: {1: 2}.pop(key, "none"),
        lambda: {3}.remove(key),
    ):
        try:
            print(action())
        except KeyError as error:
            print(repr(error), str(error))
