# str falls back to repr; containers use repr; format and print use str.
class Plate:
    def __repr__(self):
        return "Plate()"


class Cup(Plate):
    def __str__(self):
        return "a cup"


class Odd:
    def __str__(self):
        return 5


print(Plate(), Cup(), [Plate(), Cup()], {"k": Cup()}, (Cup(),))
print(str(Cup()), repr(Cup()), f"{Cup()} {Cup()!r} {Plate()!s}", "%s %r" % (Cup(), Cup()))
try:
    print(Odd())
except TypeError as error:
    print(error)
print(Plate, type(Plate()), int, type(None), type(print), Plate.__name__)
print(f"{Cup()!s:>8}|")
try:
    print(f"{Cup():>8}|")
except TypeError as error:
    print(error)
