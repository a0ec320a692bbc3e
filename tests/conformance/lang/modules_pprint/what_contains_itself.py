# pprint: recursion, readability, subclasses with a format of their own, order of keys, wrong options, streams.
import io
import pprint
import re


def without_ids(text):
    return re.sub(r"id=\d+", "id=N", text)


loop = [1]
loop.append(loop)
table = {"loop": loop}
table["self"] = table
print(without_ids(pprint.pformat(loop)), without_ids(pprint.pformat(table)))
print(without_ids(pprint.pformat([table, "x" * 80])), without_ids(pprint.saferepr(table)))
for value in (loop, [1, "a", (2,)], [object()], {"k": {1}}):
    print(pprint.isrecursive(value), pprint.isreadable(value))
for kwargs in ({"indent": -1}, {"depth": 0}, {"width": 0}, {"width": "a"}):
    try:
        pprint.PrettyPrinter(**kwargs)
    except Exception as error:
        print(type(error).__name__, error)


class Loud(pprint.PrettyPrinter):
    def format(self, value, context, maxlevels, level):
        if isinstance(value, str):
            return value.upper(), True, False
        return super().format(value, context, maxlevels, level)


Loud(width=30).pprint({"abc": ["hello"] * 6, "z": "q"})
pprint.pp({"b": 1, "a": 2})
pprint.pprint({"b": 1, "a": {"d": 1, "c": 2}})
pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint.pprint({1: "a", "x": 2, None: 3, (1, 2): 4, True: "replaces"}, width=10)
stream = io.StringIO()
pprint.PrettyPrinter(stream=stream, compact=True, width=20).pprint(list(range(12)))
print(repr(stream.getvalue()))
