# JSONEncoder subclasses, iterencode's pieces, circular references, and how deep is too deep.
import io
import json
from json.decoder import JSONDecodeError
from json.encoder import JSONEncoder


class SetEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, (set, frozenset)):
            return sorted(o)
        if isinstance(o, complex_like):
            return {"re": o.re, "im": o.im}
        return super().default(o)


class complex_like:
    re, im = 1, {2}


print(json.dumps({"s": {3, 1}, "c": complex_like()}, cls=SetEncoder), SetEncoder(indent=1).encode([{2}]))
try:
    json.dumps([object], cls=SetEncoder)
except TypeError as e:
    print(e)
for options in ({}, {"indent": 2}, {"sort_keys": True, "separators": (",", ":")}):
    print(list(SetEncoder(**options).iterencode({"b": [1, "x", [], {2}], "a": {"n": None}})))


class Shouting(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for piece in super().iterencode(o, _one_shot):
            yield piece.upper()


print(json.dumps(["a", {"b": True}], cls=Shouting))
loop = []
loop.append({"again": loop})
ring = {}
ring["x"] = [ring]
for value in (loop, ring):
    for options in ({}, {"indent": 1}, {"default": str}):
        try:
            print(json.dumps(value, **options))
        except ValueError as e:
            print(type(e).__name__, e)
twice = [1]
print(json.dumps([twice, twice, {"t": twice}]))
try:
    json.dumps({1}, default=lambda o: o)
except ValueError as e:
    print(e)


def nested(depth):
    value = []
    for _ in range(depth - 1):
        value = [value]
    return value


for call in (lambda: json.dumps(nested(900)), lambda: json.dumps(nested(1500)), lambda: json.loads("[" * 900 + "]" * 900),
             lambda: json.loads("[" * 2000), lambda: json.loads('{"a":' * 2000)):
    try:
        print(type(call()).__name__)
    except RecursionError as e:
        print(e)
stream = io.StringIO()
json.dump({"a": [1, 2], "b": None}, stream, indent=2)
print(stream.getvalue())
stream.seek(0)
print(json.load(stream), JSONDecodeError is json.JSONDecodeError, JSONEncoder is json.JSONEncoder)
print(json.loads(b'["\xc3\xa9"]'), json.loads(bytearray(b" 1 ")), json.loads(b"\xef\xbb\xbf[]"), json.loads('"é"'.encode("utf-16")))
