# An assignment anywhere in a function makes the name local everywhere in it.
count = 0


def bump():
    count += 1


def read_before_write():
    print(count)
    count = 1


def free_but_empty():
    def inner():
        return later

    inner()
    later = 1


def deleted():
    here = 1
    del here
    return here


for function in (bump, read_before_write, free_but_empty, deleted):
    try:
        function()
    except NameError as error:
        print(type(error).__name__, error)
try:
    print(nowhere)
except NameError as error:
    print(type(error).__name__, error)
