# How often a key's __hash__ is asked: a dict or set keeps it, and gives it to the next one.
import collections
import functools


class Key:
    def __hash__(self):
        print("hash", end=" ")
        return 1

    def __eq__(self, other):
        print("eq", end=" ")
        return self is other


key, other = Key(), Key()
table = {key: 1, other: 2}
print()
steps = {
    "pop": lambda: {key: 1}.pop(key),
    "pop of none": lambda: {key: 1}.pop(other, 0),
    "popitem": lambda: dict(table).popitem()[1],
    "update": lambda: {}.update(table),
    "update two": lambda: {other: 1}.update(table),
    "or": lambda: len(table | {other: 3}),
    "merged": lambda: len({**table, **table}),
    "copy": lambda: len(dict(table)),
    "same": lambda: table == dict(table),
    "set": lambda: len(set(table)),
    "union": lambda: len({key} | {other}),
    "xor": lambda: len({key} ^ {other}),
    "minus": lambda: len({key, other} - {other}),
    "taken": lambda: {key, other}.difference_update({key}),
    "toggled": lambda: {key, other}.symmetric_difference_update({key}),
    "toggled by list": lambda: {key, other}.symmetric_difference_update([key]),
    "counted": lambda: len(collections.Counter([key, other, key])),
    "ordered": lambda: collections.OrderedDict({key: 1}).pop(key),
    "ordered popitem": lambda: collections.OrderedDict({key: 1}).popitem()[1],
    "cached": lambda: functools.lru_cache(lambda of: 3)(key),
    "cached without end": lambda: functools.cache(lambda of: 3)(key),
    "default": lambda: collections.defaultdict(int)[key],
    "setdefault": lambda: {}.setdefault(key, 2),
    "frozen": lambda: frozenset([key]) & {key},
}
for name, step in steps.items():
    print(name, end=": ")
    result = step()
    print("->", result if isinstance(result, (int, bool)) else type(result).__name__)
