# conformance: stderr
# A class inside of an enum is a member still, with a warning.
import warnings
from enum import Enum

warnings.simplefilter("always")


class Shape(Enum):
    class Inner:
        pass

    SQUARE = 1
    kind = int


print([member.name for member in Shape])
