# conformance: stderr
# Two keys that are names may turn out to be equal: that is seen only when the pattern is tried.
class Keys:
    A = "x"
    B = "x"


try:
    match {"x": 1, "z": 2}:
        case {Keys.A: a, Keys.B: b}:
            print("matched", a, b)
except ValueError as error:
    print("ValueError:", error)

match {"y": 1, "z": 2}:
    case {Keys.A: a, Keys.B: b}:
        print("never")
    case _:
        print("one key is missing, so the second was not looked at")

match {"x": 1}:
    case {Keys.A: a, Keys.B: b}:
        print("never")
    case _:
        print("too few items: no key was looked at")

match {"x": 1, "y": 2}:
    case {"y": 2, Keys.A: a, Keys.B: b}:
        print("never")
