# graphlib.TopologicalSorter: the order, the groups that are ready, each misuse, and which cycle is named.
import graphlib


def order(graph):
    try:
        print(list(graphlib.TopologicalSorter(graph).static_order()))
    except graphlib.CycleError as error:
        print(type(error).__mro__[1].__name__, error.args)


def attempt(function, *args):
    try:
        print(function.__name__, args, function(*args))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


for graph in ({"D": ["B", "C"], "C": ["A"], "B": ["A"]}, {}, {1: [1]}, {1: [2], 2: [3], 3: [1]}, {1: [2], 2: [3], 3: [2], 0: []},
              {"a": ["b", "b"], "c": ["a", "b"]}, {1: [2, 3], 3: [4], 4: [1], 2: []}):
    order(graph)
sorter = graphlib.TopologicalSorter({3: [2], 2: [1], 4: [1]})
sorter.add(5, 4, 3)
attempt(sorter.get_ready)
attempt(sorter.is_active)
attempt(sorter.done, 1)
sorter.prepare()
attempt(sorter.prepare)
attempt(sorter.add, 6)
for step in ([], [1], [2, 9], [1], [2], [4, 4], [3], [5]):
    attempt(sorter.done, *step)
    attempt(sorter.get_ready)
    print(bool(sorter))
cyclic = graphlib.TopologicalSorter({1: [2], 2: [1], 5: []})
attempt(cyclic.prepare)
attempt(cyclic.get_ready)
attempt(cyclic.prepare)
