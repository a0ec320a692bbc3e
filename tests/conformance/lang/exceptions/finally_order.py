# finally always runs, last; break, continue and return pass through it; its own return swallows everything.
def leave(how):
    for n in range(3):
        try:
            print("try", n, end=" ")
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise KeyError(how)
        except KeyError as error:
            print("caught", error, end=" ")
        else:
            print("else", end=" ")
        finally:
            print("finally", n, end="; ")
    return "fell out"


for how in ("return", "break", "continue", "raise", "nothing"):
    print(leave(how))


def swallow():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def override():
    try:
        return "first"
    finally:
        return "second"


def unchanged():
    x = 1
    try:
        return x
    finally:
        x = 2


def loop_swallows():
    while True:
        try:
            raise ValueError("lost")
        finally:
            break
    return "out"


print(swallow(), override(), unchanged(), loop_swallows())
