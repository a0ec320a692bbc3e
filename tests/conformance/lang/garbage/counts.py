# What gc.collect() returns: how many containers nobody could reach.
import gc


class Plain:
    pass


def listing():
    a = []
    a.append(a)


def three():
    a, b, c = [], {}, set()
    a.append(b)
    b["a"] = a
    a.append(c)


def instance():
    x = Plain()
    x.me = x


def function():
    def inner():
        return inner


gc.collect()
gc.disable()
print(gc.isenabled())
for make in (listing, three, instance, function):
    make()
    print(make.__name__, gc.collect(), gc.collect())
gc.enable()
print(gc.isenabled(), gc.garbage)
