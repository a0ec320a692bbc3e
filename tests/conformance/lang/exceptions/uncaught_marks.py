# conformance: stderr
# Where the marks under a failing line stand: operators, calls, subscripts, attributes; and none when all of it failed.
class Box:
    value = None


def fail(n):
    a, b, box = 1, 0, Box()
    table = {"x": {"y": [1]}}
    if n == 0:
        return 1 + a / b * 5
    if n == 1:
        return table["x"]["z"][0]
    if n == 2:
        return box.value.name.upper()
    if n == 3:
        return str(a) + len("x" + b)
    if n == 4:
        raise ValueError("all of the line")
    if n == 5:
        return [int(x) for x in ["1", "b"]]
    if n == 6:
        box.value[0] = a
    if n == 7:
        print("über", "a" + 1)


def fail_from(n):
    try:
        fail(n)
    finally:
        if n < 7:
            fail_from(n + 1)


fail_from(0)
