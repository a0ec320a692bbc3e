# `global` makes and changes module names; without it a local hides them.
total = 10


def hide():
    total = 1
    return total


def change():
    global total, made
    total += 5
    made = "by change"


print(hide(), total)
change()
print(total, made)

for n in range(3):
    pass
print("loop variable stays:", n)


def shadow(print=None):
    return print


print(shadow("a parameter may be named like a builtin"))
len = lambda x: "mine"
print(len([1, 2]))
del len
print(len([1, 2]))
