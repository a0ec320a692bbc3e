# A bare raise raises the one being handled; the first clause that fits wins; tuples and base classes fit.
class Kitchen(Exception):
    pass


class Burnt(Kitchen):
    def __init__(self, dish, minutes):
        super().__init__(dish, minutes)
        self.dish = dish


def which(error):
    try:
        raise error
    except (IndexError, KeyError) as e:
        return "lookup " + type(e).__name__
    except Burnt as e:
        return f"burnt {e.dish} {e.args}"
    except Kitchen:
        return "kitchen"
    except Exception as e:
        return "other " + repr(e)


for error in (KeyError(1), IndexError, Burnt("toast", 5), Kitchen, Kitchen("a", "b"), OSError("disk"), ValueError()):
    print(which(error))

try:
    try:
        raise Burnt("pie", 9)
    except Kitchen:
        print("seen")
        raise
except Burnt as e:
    print("again", str(e), e)
try:
    raise
except RuntimeError as e:
    print(e)
for wrong in (5, "text", int):
    try:
        raise wrong
    except TypeError as e:
        print(e)
