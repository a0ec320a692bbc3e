# `from x import *` takes __all__ if there is one, else what has no underscore; a package's __all__ loads its modules.
from plain import *

print(visible, imported_there.__name__)
try:
    print(_hidden)
except NameError as error:
    print("NameError:", error)

from chosen import *

print(_even_this)
try:
    print(not_chosen)
except NameError as error:
    print("NameError:", error)

from parts import *

print(one.value, hello)
try:
    print(two)
except NameError as error:
    print("NameError:", error)

for module in ("missing_name", "wrong_kind"):
    try:
        exec_star = __import__(module)
        if module == "missing_name":
            from missing_name import *
        else:
            from wrong_kind import *
    except (AttributeError, TypeError) as error:
        print(type(error).__name__ + ":", error)
print(there)
