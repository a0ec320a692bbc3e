"""Reprs cut to a length, and reprs of what contains itself."""

import builtins
from itertools import islice as _islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    def decorate(function):
        inside = set()  # the objects whose repr is being made

        def wrapper(self):
            if id(self) in inside:
                return fillvalue
            inside.add(id(self))
            try:
                return function(self)
            finally:
                inside.remove(id(self))

        for name in ("__module__", "__doc__", "__name__", "__qualname__", "__annotations__"):
            setattr(wrapper, name, getattr(function, name, {} if name == "__annotations__" else None))
        return wrapper

    return decorate


def _sorted_or_not(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


class Repr:
    def __init__(self):
        self.fillvalue = "..."
        self.maxlevel = self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = self.maxother = 30
        self.maxlong = 40

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        # A method repr_NAME for a type of that name, whether it is ours or a subclass's.
        method = getattr(self, "repr_" + "_".join(type(x).__name__.split()), self.repr_instance)
        return method(x, level)

    def _items(self, items, level, left, right, most, lone_end=""):
        if not items:
            return left + right
        if level <= 0:
            return left + self.fillvalue + right
        shown = [self.repr1(item, level - 1) for item in _islice(items, most)]
        if len(items) > most:
            shown.append(self.fillvalue)
        return left + ", ".join(shown) + (lone_end if len(items) == 1 else "") + right

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_set(self, x, level):
        return self._items(_sorted_or_not(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(_sorted_or_not(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        shown = [self.repr1(key, level - 1) + ": " + self.repr1(x[key], level - 1) for key in _islice(_sorted_or_not(x), self.maxdict)]
        if len(x) > self.maxdict:
            shown.append(self.fillvalue)
        return "{" + ", ".join(shown) + "}"

    def repr_str(self, x, level):
        text = builtins.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        # Cut before it is quoted, so that an escape is not cut in two where that can be helped.
        head, tail = self._ends(self.maxstring)
        text = builtins.repr(x[:head] + x[len(x) - tail:])
        return text[:head] + self.fillvalue + text[len(text) - tail:]

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"
        return self._cut(text, self.maxother)

    def _ends(self, most):
        head = max(0, (most - 3) // 2)
        return head, max(0, most - 3 - head)

    def _cut(self, text, most):
        if len(text) <= most:
            return text
        head, tail = self._ends(most)
        return text[:head] + self.fillvalue + text[len(text) - tail:]


aRepr = Repr()
repr = aRepr.repr
