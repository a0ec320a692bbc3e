# A default is made when `def` runs, once, and lives on between calls.
def note(item, seen=[]):
    seen.append(item)
    return seen


print(note("tea"), note("cake"), note("pie", []))
print(note("jam"))
print(note.__defaults__)

size = 1


def show(n=size):
    return n


size = 2
print(show())


def tick():
    print("evaluated")
    return 7


def use(value=tick()):
    return value


print(use(), use())
