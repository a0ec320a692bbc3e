# json.dumps with every option, on values that show each of them.
import enum
import json


class Grade(enum.IntEnum):
    A = 1


class Loud(float):
    def __repr__(self):
        return "LOUD"


class Number(int):
    def __str__(self):
        return "number"


class Pairs(dict):
    def items(self):
        return [("over", 1)]


values = [None, True, False, 0, -1, 10**30, 1.0, -0.0, 1e16, 1e-7, 1.5e300, "é\"\\/\b\f\n\r\t\x00\x1f\x7f\u2028😀", "", [], (), {}, [[]], ({},),
          {"a": []}, Grade.A, Loud(2.5), Number(7), Pairs(x=1), {1: 2, 2.5: 3, None: 4, True: 5, Grade.A: 6, Loud(1.0): 7}, "\ud800"]
for value in values:
    print(ascii(json.dumps(value)), ascii(json.dumps(value, ensure_ascii=False)))
nested = {"b": [1, {"z": None, "y": []}], "a": {}, "c": {"d": (1, 2)}}
for options in ({"indent": 2}, {"indent": 0}, {"indent": "\t"}, {"indent": -3}, {"indent": True}, {"separators": (",", ":")},
                {"indent": 1, "separators": (" ;", " = ")}, {"sort_keys": True}, {"sort_keys": True, "indent": 4}):
    print(options, json.dumps(nested, **options))
print(json.dumps([float("nan"), float("inf"), -float("inf"), {float("inf"): 1}]))
print(json.dumps({(1, 2): 1, "k": 2, b"b": 3}, skipkeys=True), json.dumps({(1,): 1}, skipkeys=True, indent=1))
print(json.dumps({"s": {3}, "o": {1}}, default=sorted), json.dumps([{1}], default=lambda o: {"set": list(o)}, indent=1))
failing = [({1: 1, "a": 2}, {"sort_keys": True}), ({(1,): 2}, {}), ({1}, {}), ([b"x"], {}), (float("nan"), {"allow_nan": False}),
           ([-float("inf")], {"allow_nan": False, "indent": 1}), ({float("nan"): 1}, {"allow_nan": False}), (1, {"colour": 2}), (object, {})]
for value, options in failing:
    try:
        print(json.dumps(value, **options))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
