# What follows a break, continue or return within a try is dead, but must be compiled as if it stood there.


def found(items):
    for item in items:
        try:
            if item:
                break
            continue
            print("never")
        finally:
            try:
                print("left with", item)
                int(item)
            except ValueError as error:
                print("caught", error)
    else:
        return "none"
    return item


def twice():
    try:
        try:
            pass
        except KeyError:
            return 1
        finally:
            return 2
            try:
                return 3
            except ValueError:
                pass
    finally:
        try:
            {}["k"]
        except KeyError as error:
            print("looked for", error)


def both():
    for i in range(3):
        with open_room(i):
            try:
                return i
                break
            finally:
                continue
    return "over"


class open_room:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print("in", self.n)

    def __exit__(self, *details):
        print("out", self.n, details[0])


print(found(["", "x", "y"]), found([""]), twice(), both())


def dead_loop(n):
    while n:
        n -= 1
        continue
        for item in n:
            print(item)
        try:
            print("never")
        except ValueError:
            print("nor this")
    return n


print(dead_loop(2))
