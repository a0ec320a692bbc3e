# conformance: stderr
# What an uncaught exception of a nested call prints.
def outer(values):
    return [
        inner(value)
        for value in values
    ]
def inner(value):
    def deepest():
        return 10 // (value
                      - 3)
    return deepest()
print("start")
outer([1, 2,
       3])
