# A finaliser runs when the last reference goes, at that very line.
class Plate:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("washed", self.name)


a = Plate("a")
b = a
del a
print("still held")
b = None
print("after a")
Plate("temporary")
print("after temporary")
c = Plate("c1")
c = Plate("c2")
print("rebound")


def use():
    local = Plate("local")
    print("in use")


use()
shelf = [Plate("s1"), Plate("s2")]
shelf.pop(0)
print("popped")
shelf.clear()
print("end")
