# Lists: append, index, slice, insert, pop, reverse, membership, swaps.
def bubble(values):
    values = values[:]
    for end in range(len(values) - 1, 0, -1):
        for i in range(end):
            if values[i] > values[i + 1]:
                values[i], values[i + 1] = values[i + 1], values[i]
    return values


def stack(n):
    items = []
    for i in range(n):
        items.append(i)
        if i % 3 == 0:
            items.pop()
    total = 0
    while items:
        total += items.pop()
    return total


def slices(n):
    items = list(range(100))
    total = 0
    for i in range(n):
        part = items[i % 50:i % 50 + 20]
        part.reverse()
        part.insert(0, i)
        part.extend(items[:5])
        total += part[1] + part[-1] + len(part)
        if 75 in part:
            total += 1
    return total


numbers = [(i * 7919) % 1009 for i in range(330)]
ordered = bubble(numbers)
print(ordered[:5], ordered == sorted(numbers), stack(200_000), slices(30_000))
