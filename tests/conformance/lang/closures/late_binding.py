# A closure sees the variable, not the value it had when the function was made.
late = []
for i in range(3):
    late.append(lambda: i)
print([f() for f in late])

early = [lambda i=i: i for i in range(3)]
print([f() for f in early])

inside = [lambda: i for i in range(3)]
print([f() for f in inside], i)

i = "moved"
print([f() for f in late], [f() for f in inside])


def outer():
    def show():
        return x

    x = 1
    first = show()
    x = 2
    return first, show()


print(outer())
