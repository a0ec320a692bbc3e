# The name of `except ... as` is gone afterwards, even if it had a value before.
error = "before"
try:
    1 / 0
except ZeroDivisionError as error:
    print("inside:", error)
try:
    print(error)
except NameError as problem:
    print(problem)


def local():
    e = 1
    try:
        raise ValueError("x")
    except ValueError as e:
        kept = e
    try:
        return e
    except UnboundLocalError as problem:
        return f"{problem} / {kept!r}"


print(local())
for attempt in range(2):
    try:
        int("x%d" % attempt)
    except ValueError as oops:
        print(oops)
print("oops" in globals())
