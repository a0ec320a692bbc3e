# Stars take the rest; too many and too few are errors with counts.
first, *middle, last = range(5)
print(first, middle, last)
*all_but, end = "ab"
print(all_but, end)
a, (b, [c, *d]), e = 1, (2, [3, 4, 5]), 6
print(a, b, c, d, e)
print([*range(2), *"xy", *{"k": 1}], {**{"a": 1, "b": 2}, "a": 3}, (*[1], 2), {*[1, 1]})
for action in ("a, b = 1, 2, 3", "a, b = [1]", "a, b, *c = [1]", "a, b = 5", "[a] = 'xy'", "a, b = {1: 2}", "a, b = None"):
    try:
        if action[:10] == "a, b = 1, ":
            a, b = 1, 2, 3
        elif action == "a, b = [1]":
            a, b = [1]
        elif action == "a, b, *c = [1]":
            a, b, *c = [1]
        elif action == "a, b = 5":
            a, b = 5
        elif action == "[a] = 'xy'":
            [a] = "xy"
        elif action == "a, b = {1: 2}":
            a, b = {1: 2}
        else:
            a, b = None
    except (ValueError, TypeError) as error:
        print(action, "->", error)
