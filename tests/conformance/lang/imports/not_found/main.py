# What is said of modules and names that are not there, and what the exception knows.
import shop
import plain


def show(error):
    print(f"{type(error).__name__}: {error} | name={error.name!r} path={error.path!r}")


try:
    import nowhere
except ImportError as error:
    show(error)
try:
    import nowhere.at_all
except ImportError as error:
    show(error)
try:
    import shop.nothing
except ImportError as error:
    show(error)
try:
    import plain.part
except ImportError as error:
    show(error)
try:
    from shop import nothing
except ImportError as error:
    show(error)
try:
    from shop.menu import nothing
except ImportError as error:
    show(error)
try:
    from . import something
except ImportError as error:
    show(error)
try:
    from .beside import something
except ImportError as error:
    show(error)
try:
    import shop.too_far
except ImportError as error:
    show(error)
try:
    print(shop.cellar)
except AttributeError as error:
    print(error)
import sys

sys.modules["blocked"] = None
try:
    import blocked
except ImportError as error:
    show(error)
