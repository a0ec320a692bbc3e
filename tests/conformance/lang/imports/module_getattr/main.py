# PEP 562: a module's __getattr__ is asked for what it lacks, by `from` too.
import lazy

print(lazy.anything)
from lazy import other, real

print(other, real)
try:
    lazy.refused
except AttributeError as error:
    print("AttributeError:", error)
try:
    from lazy import refused
except ImportError as error:
    print(str(error).split(" (")[0])
print(hasattr(lazy, "refused"), getattr(lazy, "refused", "default"))
