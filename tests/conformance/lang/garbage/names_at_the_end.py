# At the program's end everything that its names still hold is finalised in the order in which it was made, whatever the names' order,
# and while every name still has its value. (What only a container holds comes later, in the order in which CPython's collector met it.)


class Last:
    def __init__(self, name, other=None):
        self.name, self.other = name, other

    def __del__(self):
        print("gone", said(self.name), "while there is", sorted(name for name in globals() if len(name) == 1 or name[0] == "_" and len(name) == 2))


def said(text):
    return text.upper()


def exchange():
    global x
    x = y
    return Last("never kept")


o = x = _p = None
z = Last("z")
a = Last("a")
o = Last("o")
_p = Last("_p")
y = Last("y")
x = Last("x")
exchange()
pair = Last("in a cycle")
pair.other = pair


def generator():
    try:
        yield 1
    finally:
        print("generator ends with", a.name, o.name)


g = generator()
next(g)
del z
print("end")
