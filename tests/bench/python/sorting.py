# sorted and list.sort: plain, with a key of Python, reversed, of tuples and of strings.
def numbers(n):
    seed = 42
    result = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        result.append(seed % 100_000)
    return result


class Person:
    def __init__(self, name, age):
        self.name = name
        self.age = age


values = numbers(30_000)
ascending = sorted(values)
by_last_digits = sorted(values, key=lambda v: (v % 100, v))
descending = sorted(values, reverse=True)
words = sorted(str(v) for v in values)
people = [Person("p%d" % v, v % 90) for v in values]
people.sort(key=lambda p: p.age)
pairs = sorted((v % 10, v) for v in values)
print(ascending[:3], by_last_digits[:3], descending[:3], words[:3], people[0].age, people[-1].name, pairs[:2])
