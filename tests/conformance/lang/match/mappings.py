# A mapping pattern asks for keys and ignores the others; **rest gets them in a new dict; missing keys are not made.
class Lazy(dict):
    def __missing__(self, key):
        self[key] = "made"
        return self[key]


def order(x):
    match x:
        case {}  if not x:
            return "empty"
        case {"item": str(name), "count": int(n)}:
            return f"{n} {name}"
        case {"item": str(name), **rest}:
            return f"one {name}, also {rest}"
        case {1: a, -1: b, None: c, False: d}:
            return f"keys {a} {b} {c} {d}"
        case {"point": {"x": x1, "y": y1}}:
            return f"at {x1},{y1}"
        case {**everything}:
            return f"all {everything}"
        case _:
            return "no mapping"


print(order({}))
print(order({"item": "tea", "count": 2, "hot": True}))
print(order({"item": "tea", "count": "two"}))
print(order({"item": "tea"}))
print(order({"point": {"y": 2, "x": 1, "z": 3}}))
print(order({"point": {"y": 2}}))
print(order({1: "a", -1: "b", None: "c", 0: "d", 2: "e"}))
print(order([("item", "tea")]))

lazy = Lazy(a=1)
match lazy:
    case {"missing": value}:
        print("made", value)
    case {"a": value}:
        print("found", value, dict(lazy))

original = {"a": 1, "b": 2}
match original:
    case {"a": _, **rest}:
        rest["c"] = 3
print(original, rest)
