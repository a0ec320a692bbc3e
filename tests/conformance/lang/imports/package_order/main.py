# A package's parts run in the order in which they are first asked for, each once, and become attributes of the package.
print("main begins as", __name__, "in package", repr(__package__))
import shop.menu as menu
from shop import prices, NAME
from shop.sub.deep import thing
import shop.sub.deep

print(NAME, menu is shop.menu, prices is menu.prices, thing("tea"))
print([name for name in dir(shop) if not name.startswith("__")])
print(shop.__name__, shop.__package__, menu.__package__, shop.sub.deep.__package__)
print(dir(prices))

import sys

print([name for name in sys.modules if name.startswith("shop")])
import shop as again

print(again is sys.modules["shop"], shop)
