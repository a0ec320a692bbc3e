import kitchen

try:
    print(kitchen.cook)
except AttributeError as error:
    print("AttributeError:", error)
from kitchen import cook
import kitchen.cook as same

print(cook.__name__, same is cook)
try:
    cook.dish
except AttributeError as error:
    print("AttributeError:", error)
heat = "hot"
