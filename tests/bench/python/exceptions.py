# Exceptions: try without one, raised and caught near and far, finally, with, a class of one's own.
class Refused(Exception):
    def __init__(self, code):
        super().__init__("refused with", code)
        self.code = code


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.log[0] += 1
        return kind is ValueError


def risky(i):
    if i % 4 == 0:
        raise ValueError("four")
    if i % 5 == 0:
        raise Refused(i)
    return i


def through(i):
    try:
        return risky(i)
    finally:
        counters["finally"] += 1


counters = {"finally": 0, "value": 0, "refused": 0, "key": 0, "fine": 0}
log = [0]
for i in range(40_000):
    try:
        through(i)
    except ValueError:
        counters["value"] += 1
    except Refused as refused:
        counters["refused"] += refused.code % 2
    else:
        counters["fine"] += 1
    try:
        counters["nothing"]
    except KeyError as error:
        if error.args[0] == "nothing":
            counters["key"] += 1
    with Guard(log):
        if i % 3 == 0:
            raise ValueError
print(sorted(counters.items()), log)
