# Literals compare with ==, dotted names are values, bare names capture, None/True/False are compared with `is`.
class Color:
    RED = 1
    GREEN = "g"


def kind(x):
    match x:
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case Color.RED | Color.GREEN:
            return "color"
        case 0 | 0.5 | -2:
            return "number"
        case "a" | b"a":
            return "text"
        case int(n) if n > 100:
            return f"large {n}"
        case other:
            return f"other {other!r}"


for value in (None, True, False, 1, 1.0, "g", 0, 0.0, -0.0, 0.5, -2, "a", b"a", 101, 50, "b", [], float("nan")):
    print(repr(value), "->", kind(value))

match 3:
    case 4:
        print("four")
print("no case matched, nothing happens")
