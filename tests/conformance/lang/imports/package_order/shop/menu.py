print("menu runs as", __name__)
from . import prices
from .prices import price

MENU = {"tea": price("tea")}
