# A loop that reads and writes one attribute at the same place sees what happens to the instance through its __dict__,
# to its class, and to its __class__, between two rounds.
class A:
    colour = "class"

    def name(self):
        return "A.name"


class Slotted:
    __slots__ = ("x", "__dict__")


def read(thing):
    try:
        return thing.colour, thing.name() if callable(thing.name) else thing.name
    except AttributeError as error:
        return str(error)


def write(thing, value):
    thing.colour = value


a = A()
for step in range(9):
    print(step, read(a), read(A()))
    if step == 0:
        write(a, "own")
    elif step == 1:
        a.__dict__["colour"] = "through the dict"
    elif step == 2:
        del a.__dict__["colour"]
    elif step == 3:
        a.__dict__["name"] = lambda: "own name"
    elif step == 4:
        a.__dict__ = {"colour": "other dict"}
    elif step == 5:
        A.colour = "changed class"
        a.__dict__.clear()
    elif step == 6:
        A.name = "plain"
        write(a, 1)
    elif step == 7:
        A.colour = property(lambda self: "property over " + repr(vars(self)))

s = Slotted()
for value in range(4):
    s.x = value
    s.y = value
    if value == 1:
        s.__dict__["x"] = "hidden by the slot"
    if value == 2:
        del s.x
        try:
            print(s.x)
        except AttributeError as error:
            print("no", error)
        s.x = 5
    print(s.x, s.y, s.__dict__)
d = a.__dict__ if hasattr(a, "__dict__") else {}
kept = s.__dict__
s.z = 1
print(kept is s.__dict__, kept, list(kept))
