# conformance: stderr
# A program's own files named like modules of the library are what it gets, and what they lack is said as of any other file.
import hmac
import uuid
from statistics import mean

print(uuid.Line().items, mean([1, 5]), hmac.roll())
try:
    uuid.Enum
except AttributeError as error:
    print(error)
try:
    from uuid import Enum
except ImportError as error:
    print(str(error).partition("(")[0])
print(hasattr(uuid, "uuid4"), uuid.__name__, uuid.__file__.rpartition("/")[2])
hmac.trans_36
