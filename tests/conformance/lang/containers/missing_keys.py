"""KeyError: which key it names, where C takes a tuple for the arguments, and what an empty dict does not hash."""
from collections import OrderedDict, defaultdict, deque, Counter, ChainMap
import types
od = OrderedDict(a=1)
for k in ((), (1,), (1, 2), "x", [1]):
    for n, f in {"move": lambda: od.move_to_end(k), "pop": lambda: od.pop(k), "get": lambda: od[k], "del": lambda: od.__delitem__(k), "empty move": lambda: OrderedDict().move_to_end(k), "dict pop": lambda: {}.pop(k), "dict pop2": lambda: {1:2}.pop(k), "dict get": lambda: {1:2}[k], "dict del": lambda: {1:2}.__delitem__(k), "set": lambda: {1}.remove(k), "dd": lambda: defaultdict(None)[k], "dd2": lambda: defaultdict()[k], "ddpop": lambda: defaultdict(int).pop(k), "counter": lambda: Counter().pop(k), "cm": lambda: ChainMap({})[k], "cmpop": lambda: ChainMap({}).pop(k), "mp": lambda: types.MappingProxyType({})[k], "deque": lambda: deque([1]).remove(k), "list": lambda: [1].remove(k), "fmt": lambda: "{a}".format_map({k: 1} if k != [1] else {})}.items():
        try: print(n, k, f())
        except Exception as e: print(n, k, type(e).__name__, e.args, str(e))
