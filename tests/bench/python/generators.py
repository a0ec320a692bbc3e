# Generators: for, pipelines, send, yield from, generator expressions.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(source):
    for item in source:
        if item % 2 == 0:
            yield item


def pairs(source):
    previous = None
    for item in source:
        if previous is not None:
            yield previous, item
        previous = item


def tree(depth):
    if depth == 0:
        yield 1
        return
    yield from tree(depth - 1)
    yield depth
    yield from tree(depth - 1)


def averager():
    total = items = 0
    average = None
    while True:
        value = yield average
        total += value
        items += 1
        average = total / items


total = 0
for left, right in pairs(evens(count(300_000))):
    total += right - left
average = averager()
next(average)
for i in range(120_000):
    last = average.send(i)
print(total, sum(tree(14)), last, sum(x * x for x in range(240_000)), next(x for x in count(10**9) if x > 30_000))
