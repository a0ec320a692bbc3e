from . import oven
from .oven import heat
import kitchen.oven

print(kitchen.oven.__name__)
dish = "bread " + heat
