# A dict whose keys are exchanged while it is walked says so, though its size stays; views are sets for operators on either side.
def attempt(change):
    stock = {"tea": 1, "soup": 2}
    seen = []
    try:
        for key in change(stock):
            seen.append(key)
            value = stock.pop(key[0] if isinstance(key, tuple) else key if isinstance(key, str) else next(iter(stock)))
            stock[f"more {len(seen)}"] = value
    except RuntimeError as error:
        print(seen, error)
    else:
        print(seen, "no error")


attempt(lambda stock: stock)
attempt(lambda stock: stock.keys())
attempt(lambda stock: stock.values())
attempt(lambda stock: stock.items())
attempt(list)


class Growing:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 3

    def __eq__(self, other):
        source[f"new {self.n}"] = 1
        return False


source = {}
source[Growing(1)] = 1
target = {}
target[Growing(2)] = 2
try:
    target.update(source)
except RuntimeError as error:
    print(error)

keys, items = {1: "a", 2: "b"}.keys(), {1: ["a"], 2: "b"}.items()
print({2, 3} | keys, {2, 3} & keys, {2, 3} - keys, {2, 3} ^ keys, keys - {2, 3}, frozenset({5}) | keys)
print([2, 3] | keys, (1, 7) & keys, [2, 9] - keys, "" ^ keys, keys | [4])
for wrong in (lambda: 5 | keys, lambda: keys & 5, lambda: {1} | {1: 2}.values(), lambda: {1} + keys, lambda: [] + keys):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(keys == {1, 2}, keys < {1, 2, 3}, {1} <= keys, keys >= {1}, keys != {1}, {1, 2} == keys, keys == {1: 0, 2: 0}.keys())
print(items == {1: ["a"], 2: "b"}.items(), items == {1: ["b"], 2: "b"}.items(), items > {2: "b"}.items(), keys == items, {(2, "b")} < items)
print({1: 2}.values() == {2}, {1: 2}.values() == {1: 2}.values(), {(1, 2)}.isdisjoint({1: 2}.items()), keys == [1, 2])
cycle = [1]
inner = {(1, 2): cycle}
print(inner.items(), set().union(keys, [5]), {1, 2} == {1: 1, 2: 2}.keys(), iter({1: 2, 3: 4}).__length_hint__())
