# A keyword's __str__ may change the very dict that a partial's repr goes through: what was there is shown, nothing is lost.
from functools import partial


class Name:
    def __init__(self, made):
        self.made = made

    def __str__(self):
        self.made.keywords[self] = ["changed"]
        self.made.keywords.pop("other", None)
        return "name"


for _ in range(3):
    made = partial(print, 1, other=[2])
    made.keywords.clear()
    made.keywords[Name(made)] = ["first"]
    made.keywords["last"] = [3]
    text = repr(made)
    print(text.replace(repr(print), "print"))
    print(sorted(map(type, made.keywords), key=lambda kind: kind.__name__) == [Name, str])
