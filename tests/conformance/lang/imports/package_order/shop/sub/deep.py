from .. import NAME, menu
from ..prices import price
from shop import prices


def thing(name):
    return NAME, price(name), menu.MENU, prices.TABLE
