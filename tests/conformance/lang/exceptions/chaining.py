# __context__ is set by itself, __cause__ by `from`; `from None` hides.
def show(error):
    print(repr(error), "| cause", repr(error.__cause__), "| context", repr(error.__context__), "|", error.__suppress_context__)


try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second")
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise KeyError("second") from first
except KeyError as e:
    show(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("second") from None
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError("in try")
    finally:
        {}["in finally"]
except KeyError as e:
    show(e)
try:
    raise ValueError("x") from "text"
except TypeError as e:
    print(e)
