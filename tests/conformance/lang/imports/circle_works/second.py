print("second begins")
import first

try:
    print(first.value)
except AttributeError as error:
    print("AttributeError:", error)
try:
    from first import value
except ImportError as error:
    print("ImportError:", error)
    print(error.name)
value = "second"


def late():
    return first.value + "!"


print("second ends")
