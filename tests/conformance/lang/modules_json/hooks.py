# Every hook of json.loads: which ones are called, with what, in which order, and that an inner object comes first.
import json

text = '{"a": {"b": [1, 2.50, -0, 1E3, NaN, -Infinity, Infinity]}, "a": {"c": {}}, "d": [[], {}]}'
print(json.loads(text))
print(json.loads(text, object_hook=lambda d: ("hook", d)))
print(json.loads(text, object_pairs_hook=lambda pairs: ("pairs", pairs)))
print(json.loads(text, object_hook=lambda d: 1 / 0, object_pairs_hook=list))  # pairs win
print(json.loads(text, parse_float=lambda s: "F" + s, parse_int=lambda s: "I" + s, parse_constant=lambda s: "C" + s))
calls = []
json.loads('{"x": {"y": 1}, "z": {"w": 2}}', object_hook=lambda d: calls.append(sorted(d)) or d)
print(calls)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def as_point(d):
    return Point(**d) if d.keys() == {"x", "y"} else d


points = json.loads('[{"x": 1, "y": 2}, {"x": 3}]', object_hook=as_point)
print(type(points[0]).__name__, points[0].x, points[1])


class Upper(json.JSONDecoder):
    def __init__(self, **kw):
        super().__init__(object_hook=lambda d: {k.upper(): v for k, v in d.items()}, **kw)


print(json.loads('{"a": {"b": 1}}', cls=Upper))
print(json.JSONDecoder().raw_decode('  [1] tail', 2), json.JSONDecoder().raw_decode('é"ü"z', 1))
for idx in (9, -1):
    try:
        print(json.JSONDecoder().raw_decode("[1]", idx))
    except ValueError as e:
        print(type(e).__name__, e)
try:
    json.loads("[1, {}]", object_hook=lambda d: d["missing"])
except KeyError as e:
    print("KeyError", e)
print(ascii(json.loads('"\t\\u0001"', strict=False)))
