"""The filters, tests and functions that every template has."""

from jinja2 import Namespace, Undefined
from markupsafe import Markup, escape


def _wants_names(function):
    function.jinja_wants_names = True
    return function


def _attribute_of(names, attribute, default=None):
    from jinja2._syntax import get_item

    parts = [] if attribute is None else [int(part) if part.isdigit() else part for part in str(attribute).split(".")]

    def look(item):
        for part in parts:
            item = get_item(names.rendering.environment, item, part)
            if default is not None and isinstance(item, Undefined):
                item = default
        return item

    return look


def _folded(value):
    return value.lower() if isinstance(value, str) else value


def default(value, default_value="", boolean=False):
    return default_value if isinstance(value, Undefined) or (boolean and not value) else value


@_wants_names
def join(names, values, d="", attribute=None):
    if attribute is not None:
        values = map(_attribute_of(names, attribute), values)
    if not names.rendering.escapes:
        return str(d).join(map(str, values))
    values = list(values)
    if not hasattr(d, "__html__"):
        if any(hasattr(value, "__html__") for value in values):
            d = escape(d)
        else:
            return str(d).join(map(str, values))
    return Markup(d).join(values)


@_wants_names
def sort(names, values, reverse=False, case_sensitive=False, attribute=None):
    keys = [_attribute_of(names, each) for each in str(attribute).split(",")] if attribute is not None else [lambda item: item]
    fold = (lambda value: value) if case_sensitive else _folded
    return sorted(values, key=lambda item: [fold(key(item)) for key in keys], reverse=reverse)


@_wants_names
def unique(names, values, case_sensitive=False, attribute=None):
    look, seen, found = _attribute_of(names, attribute), set(), []
    for value in values:
        key = look(value) if case_sensitive else _folded(look(value))
        if key not in seen:
            seen.add(key)
            found.append(value)
    return found


@_wants_names
def map_(names, values, name=None, *given, attribute=None, default=None, **named):
    if attribute is not None:
        return list(map(_attribute_of(names, attribute, default), values))
    function = names.rendering.environment.filters[name]
    if getattr(function, "jinja_wants_names", False):
        return [function(names, value, *given, **named) for value in values]
    return [function(value, *given, **named) for value in values]


def _chooser(keeps, by_attribute):
    @_wants_names
    def choose(names, values, *given):
        given = list(given)
        look = _attribute_of(names, given.pop(0)) if by_attribute else lambda item: item
        test = names.rendering.environment.tests[given.pop(0)] if given else bool
        return [value for value in values if bool(test(look(value), *given)) == keeps]

    return choose


@_wants_names
def sum_(names, values, attribute=None, start=0):
    look = _attribute_of(names, attribute)
    return sum([look(value) for value in values], start)


@_wants_names
def groupby(names, values, attribute, default=None):
    from collections import namedtuple

    pair = namedtuple("GroupTuple", "grouper list")
    look, groups = _attribute_of(names, attribute, default), {}
    for value in sorted(values, key=lambda item: _folded(look(item))):
        groups.setdefault(_folded(look(value)), []).append(value)
    return [pair(look(group[0]), group) for group in groups.values()]


@_wants_names
def first(names, values):
    return next(iter(values), names.rendering.environment.undefined("No first item, sequence was empty."))


@_wants_names
def last(names, values):
    return next(iter(reversed(values)), names.rendering.environment.undefined("No last item, sequence was empty."))


def reverse(value):
    return value[::-1] if isinstance(value, str) else list(reversed(value))


def title(value):
    import re

    return "".join([part[0].upper() + part[1:].lower() for part in re.split(r"([-\s({\[<]+)", str(value)) if part])


@_wants_names
def replace(names, value, old, new, count=None):
    if not names.rendering.escapes:
        return str(value).replace(str(old), str(new), -1 if count is None else count)
    return escape(value).replace(escape(old), escape(new), -1 if count is None else count)


def truncate(value, length=255, killwords=False, end="...", leeway=5):
    value = str(value)
    if len(value) <= length + leeway:
        return value
    if killwords:
        return value[:length - len(end)] + end
    return value[:length - len(end)].rsplit(" ", 1)[0] + end


def round_(value, precision=0, method="common"):
    if method == "common":
        return round(value, precision)
    import math

    factor = 10**precision
    return (math.ceil if method == "ceil" else math.floor)(value * factor) / factor


def int_(value, default=0, base=10):
    try:
        return int(value, base) if isinstance(value, str) else int(value)
    except (TypeError, ValueError):
        try:
            return int(float(value))
        except (TypeError, ValueError):
            return default


def float_(value, default=0.0):
    try:
        return float(value)
    except (TypeError, ValueError):
        return default


def tojson(value, indent=None):
    import json

    text = json.dumps(value, indent=indent, sort_keys=True)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").replace("'", "\\u0027"))


def indent(value, width=4, first=False, blank=False):
    pad = width if isinstance(width, str) else " " * width
    lines = str(value).split("\n")
    found = [line if (not line and not blank) or (index == 0 and not first) else pad + line for index, line in enumerate(lines)]
    return "\n".join(found)


def dictsort(value, case_sensitive=False, by="key", reverse=False):
    place = 0 if by == "key" else 1
    return sorted(value.items(), key=lambda item: item[place] if case_sensitive else _folded(item[place]), reverse=reverse)


def batch(values, count, fill_with=None):
    found = []
    for value in values:
        if not found or len(found[-1]) == count:
            found.append([])
        found[-1].append(value)
    if found and fill_with is not None:
        found[-1] += [fill_with] * (count - len(found[-1]))
    return found


def urlencode(value):
    from urllib.parse import quote, quote_plus

    if isinstance(value, str) or not hasattr(value, "__iter__"):
        return quote(str(value), safe="/")
    pairs = value.items() if isinstance(value, dict) else value
    return "&".join([f"{quote_plus(str(name))}={quote_plus(str(each))}" for name, each in pairs])


def format_(value, *given, **named):
    return str(value) % (named or given)


def items(value):
    return [] if isinstance(value, Undefined) else list(value.items())


def soft_str(value):
    return value if isinstance(value, str) else str(value)


FILTERS = {
    "upper": lambda value: soft_str(value).upper(), "lower": lambda value: soft_str(value).lower(), "length": len, "count": len, "join": join,
    "default": default, "d": default, "safe": Markup, "escape": escape, "e": escape, "forceescape": lambda value: escape(str(value)),
    "title": title, "capitalize": lambda value: soft_str(value).capitalize(), "trim": lambda value, chars=None: soft_str(value).strip(chars),
    "replace": replace, "first": first, "last": last, "sort": sort, "unique": unique, "reverse": reverse, "list": list, "int": int_,
    "float": float_, "round": round_, "tojson": tojson, "sum": sum_, "abs": abs, "truncate": truncate, "string": soft_str, "items": items,
    "map": map_, "select": _chooser(True, False), "reject": _chooser(False, False), "selectattr": _chooser(True, True),
    "rejectattr": _chooser(False, True), "groupby": groupby, "min": min, "max": max, "indent": indent, "dictsort": dictsort, "batch": batch,
    "urlencode": urlencode, "format": format_, "wordcount": lambda value: len(str(value).split()), "striptags": lambda value: Markup(value).striptags(),
    "attr": lambda value, name: getattr(value, name, Undefined(obj=value, name=name)), "center": lambda value, width=80: soft_str(value).center(width),
}

TESTS = {
    "defined": lambda value: not isinstance(value, Undefined), "undefined": lambda value: isinstance(value, Undefined),
    "none": lambda value: value is None, "true": lambda value: value is True, "false": lambda value: value is False,
    "boolean": lambda value: value is True or value is False, "even": lambda value: value % 2 == 0, "odd": lambda value: value % 2 == 1,
    "divisibleby": lambda value, number: value % number == 0, "string": lambda value: isinstance(value, str),
    "number": lambda value: isinstance(value, (int, float)), "integer": lambda value: isinstance(value, int) and value is not True and value is not False,
    "float": lambda value: isinstance(value, float), "mapping": lambda value: isinstance(value, dict), "callable": callable,
    "sequence": lambda value: hasattr(value, "__len__") and hasattr(value, "__getitem__"), "iterable": lambda value: hasattr(value, "__iter__"),
    "lower": lambda value: str(value).islower(), "upper": lambda value: str(value).isupper(), "sameas": lambda value, other: value is other,
    "in": lambda value, values: value in values, "escaped": lambda value: hasattr(value, "__html__"),
}
for _names, _test in ((("eq", "equalto", "=="), lambda a, b: a == b), (("ne", "!="), lambda a, b: a != b), (("lt", "lessthan", "<"), lambda a, b: a < b),
                      (("le", "<="), lambda a, b: a <= b), (("gt", "greaterthan", ">"), lambda a, b: a > b), (("ge", ">="), lambda a, b: a >= b)):
    for _name in _names:
        TESTS[_name] = _test


def cycler(*values):
    class Cycler:
        def __init__(self):
            self.pos = 0

        @property
        def current(self):
            return values[self.pos]

        def next(self):
            found = values[self.pos]
            self.pos = (self.pos + 1) % len(values)
            return found

        def reset(self):
            self.pos = 0

    return Cycler()


def joiner(sep=", "):
    used = []

    def join_once():
        if used:
            return sep
        used.append(True)
        return ""

    return join_once


GLOBALS = {"range": range, "dict": dict, "namespace": Namespace, "cycler": cycler, "joiner": joiner}
