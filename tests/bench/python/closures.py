# Closures, nonlocal, decorators with *args and **kwargs, functions as values.
def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


calls = [0]


def traced(function):
    def wrapper(*args, **kwargs):
        calls[0] += 1
        return function(*args, **kwargs)

    return wrapper


@traced
def add(a, b=0, scale=1):
    return (a + b) * scale


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


step = counter()
pipeline = compose(lambda v: v + 1, lambda v: v * 2, lambda v: v - 3, str, len)
total = 0
for i in range(60_000):
    total += step() + add(i, b=2) + add(i, 1, scale=2) + pipeline(i)
adders = [lambda v, n=n: v + n for n in range(10)]
for i in range(12_000):
    for adder in adders:
        total += adder(i)
print(total, step(0), calls[0])
