# Format specifications of int, float, str, bool and None, right and wrong.
def t(f, *args, **kw):
    try:
        print(repr(f(*args, **kw)))
    except Exception as error:
        print(type(error).__name__ + ":", error)


for spec in ("", "d", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+05d", "x", "X", "#x", "#010b", "o", "b", "c", "n", ",", "_", "_x", ",d", "e", ".2f", "%", "g", ".3", "s", "*^9", "é>5", "5.2", ",x", "#c", "+c", "00", "0<5", "q", "..2f", "{", "z", "+ d", "0=+8,d", "^+7", "10_b", "#_x"):
    for value in (1234, -5, 3.14159, 0.0, -0.0, 1e20, True, "abc", None):
        try:
            print(spec, repr(value), repr(format(value, spec)))
        except (ValueError, TypeError, OverflowError) as error:
            print(spec, repr(value), type(error).__name__, error)
