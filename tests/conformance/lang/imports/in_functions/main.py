# Imports are statements like any other: in functions, classes, loops and branches, and each binds a name of its scope.
def use():
    import parts.one as one
    from parts import two

    return one.value + two.value


try:
    parts
except NameError as error:
    print("NameError:", error)
print(use())


class Holder:
    import parts
    from parts.one import value


print(Holder.value, Holder.parts.two.value)
for _ in range(3):
    import counted
print(counted.runs)
if counted.runs > 5:
    import never_there
else:
    import parts.one, counted as same, parts.two
print(parts.one.value, same is counted)


def outer():
    global made_global
    import parts as made_global


outer()
print(made_global.__name__)
import importlib

print(importlib.import_module("parts.one").value)
