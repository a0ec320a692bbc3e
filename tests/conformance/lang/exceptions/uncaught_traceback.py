# conformance: stderr
# The traceback names each of the program's frames and marks the part of the line that failed.
def parse(text):
    return int(text) + 1


def read(values):
    total = 0
    for value in values:
        total += parse(value)
    return total


class Menu:
    def __init__(self, prices):
        self.sum = read(prices)


print("before")
Menu(["1", "2", "three"])
print("never printed")
