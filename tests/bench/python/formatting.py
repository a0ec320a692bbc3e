# Text from numbers: f-strings, %, str.format, str and repr.
def lines(n):
    result = []
    for i in range(n):
        result.append(f"{i}: {i * 3} and {i / 4:.2f}")
        result.append("%d items at %s" % (i, "table"))
        result.append("{} has {:>6}".format("waiter", i))
        result.append(f"[{i:04d}] {'left':<8}|{i!r}|")
    return result


total = 0
for line in lines(20_000):
    total += len(line)
print(total, lines(3))
