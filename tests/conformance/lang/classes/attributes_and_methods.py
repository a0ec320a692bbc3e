# Class attributes are shared until an instance gets its own; bound methods keep their instance.
class Waiter:
    tips = 0
    served = []

    def __init__(self, name):
        self.name = name

    def serve(self, table):
        self.tips += 1
        self.served.append(table)
        return f"{self.name} serves {table}"

    @classmethod
    def named(cls, text):
        return cls(text.title())

    @staticmethod
    def greet():
        return "welcome"


a, b = Waiter("Ann"), Waiter.named("bob")
bound = a.serve
print(bound(1), b.serve(2), Waiter.serve(b, 3), sep="; ")
print(a.tips, b.tips, Waiter.tips, a.served is b.served, a.served)
print(a.__dict__, b.greet(), Waiter.greet())
print(hasattr(a, "tips"), getattr(a, "missing", "default"))
setattr(a, "tips", 99)
del b.tips
print(a.tips, b.tips, vars(b))
for action in (lambda: a.nothing, lambda: Waiter.nothing, lambda: (5).nothing, lambda: None.x, lambda: delattr(b, "tips")):
    try:
        action()
    except AttributeError as error:
        print(error)
