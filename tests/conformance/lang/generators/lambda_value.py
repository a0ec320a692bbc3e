# A lambda that yields returns the value of its body.
make = lambda: (yield 1)
generator = make()
print(next(generator))
try:
    generator.send(5)
except StopIteration as stop:
    print(stop.value)
print(list((lambda: [(yield 1), (yield 2)])()))


def outer():
    print("got", (yield from (lambda n: (yield n) or "none")(3)))


for send in (None, "sent"):
    walk = outer()
    print(next(walk))
    try:
        walk.send(send)
    except StopIteration:
        print("over")
