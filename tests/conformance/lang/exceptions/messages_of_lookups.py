# CPython's words for a place that is not there.
pair, letters, data = [1, 2], "abc", {"a": 1}
number, nothing = 5, None
attempts = [
    lambda: pair[2],
    lambda: pair[-3],
    lambda: (1, 2)[5],
    lambda: letters[9],
    lambda: range(3)[3],
    lambda: pair[0.5],
    lambda: letters["a"],
    lambda: data["b"],
    lambda: data[(1, 2)],
    lambda: data[[]],
    lambda: {[]},
    lambda: number[0],
    lambda: nothing[0],
    lambda: pair.push(1),
    lambda: nothing.name,
    lambda: letters.x,
    lambda: 3 in number,
    lambda: [].pop(),
    lambda: pair.pop(5),
    lambda: {}.popitem(),
    lambda: set().pop(),
    lambda: {1}.remove(2),
    lambda: pair.remove(3),
    lambda: pair.index(3),
    lambda: letters.index("z"),
    lambda: (1,).index(2),
    lambda: data.pop("z"),
    lambda: next(iter([])),
]
for n, attempt in enumerate(attempts):
    try:
        print(n, "no error:", attempt())
    except Exception as error:
        print(n, f"{type(error).__name__}: {error}")
try:
    pair[9] = 0
except IndexError as error:
    print(error)
try:
    letters[0] = "x"
except TypeError as error:
    print(error)
try:
    del data["q"]
except KeyError as error:
    print(error)
