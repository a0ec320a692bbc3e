# Two counters of one maker are independent; two functions of one call share their cell.
def make(start):
    value = start

    def up(by=1):
        nonlocal value
        value += by
        return value

    def peek():
        return value

    return up, peek


up_a, peek_a = make(0)
up_b, peek_b = make(100)
up_a()
up_a(5)
up_b(by=-1)
print(peek_a(), peek_b())


def three_deep():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "changed by inner"

        inner()

    middle()
    return x


print(three_deep())
