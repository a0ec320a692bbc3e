"""Values over several lines, each within a width.

What fits stays on one line as repr has it. What does not is laid out by its type; how wide it may be depends on the column where it
begins (`column`) and on how many closing characters must follow on its last line (`after`)."""

import sys as _sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter().format(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _InOrder:
    """A key to sort by: what cannot be compared goes by the name of its type, then by identity."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _by_key(item):
    return _InOrder(item[0]), _InOrder(item[1])


def _recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent, self._width = int(indent), int(width)
        if self._indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not self._width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._laid_out(object, 0, 0, set(), 0)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    # --- on one line ---

    def format(self, object, context, maxlevels, level):
        """(text, whether it could be read back, whether it contains itself); subclasses put their own words here."""
        kind = type(object)
        how = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and how is int.__repr__:
            return f"{object:_d}" if self._underscore_numbers else repr(object), True, False
        for base in (dict, list, tuple):
            if issubclass(kind, base) and how is base.__repr__:
                return self._of_parts(object, base, context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and text[0] != "<", False

    def _of_parts(self, object, base, context, maxlevels, level):
        left, right = "{}" if base is dict else "[]" if base is list else "()"
        if not object:
            return left + right, True, False
        if maxlevels and level >= maxlevels:
            return left + "..." + (",)" if base is tuple and len(object) == 1 else right), False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, texts = True, False, []
        for part in self._pairs(object) if base is dict else object:
            shown = []
            for each in part if base is dict else (part,):
                text, each_readable, each_recursive = self.format(each, context, maxlevels, level + 1)
                readable = readable and each_readable
                recursive = recursive or each_recursive
                shown.append(text)
            texts.append(": ".join(shown))
        del context[id(object)]
        lone_end = "," if base is tuple and len(object) == 1 else ""
        return left + ", ".join(texts) + lone_end + right, readable, recursive

    def _pairs(self, mapping):
        return sorted(mapping.items(), key=_by_key) if self._sort_dicts else list(mapping.items())

    def _flat(self, value, inside, level):
        return self.format(value, dict.fromkeys(inside, 1), self._depth, level)[0]

    # --- on several lines ---

    def _laid_out(self, value, column, after, inside, level):
        if id(value) in inside:
            return _recursion(value)
        flat = self._flat(value, inside, level)
        if len(flat) <= self._width - column - after:
            return flat
        layout = self._layout(value)
        if layout is None:
            return flat
        inside.add(id(value))
        text = layout(value, column, after, inside, level + 1)
        inside.discard(id(value))
        return text

    def _layout(self, value):
        kind = type(value)
        how = kind.__repr__
        if how is dict.__repr__:
            return self._dict
        if how is list.__repr__:
            return self._list
        if how is tuple.__repr__:
            return self._tuple
        if how is str.__repr__:
            return self._str
        if how is set.__repr__ or how is frozenset.__repr__:
            return self._set
        if how is bytes.__repr__:
            return self._bytes
        if how is bytearray.__repr__:
            return self._bytearray
        # A value of these modules is there only if they were imported.
        for module, names in (("collections", ("OrderedDict", "defaultdict", "Counter", "ChainMap", "deque", "UserDict", "UserList", "UserString")),
                              ("types", ("MappingProxyType", "SimpleNamespace"))):
            loaded = _sys.modules.get(module)
            if loaded is not None:
                for name in names:
                    if how is getattr(loaded, name).__repr__:
                        return getattr(self, "_" + name)
        if hasattr(kind, "__dataclass_fields__") and kind.__dataclass_params__.repr and getattr(how, "_of_dataclass", False):
            return self._dataclass
        return None

    def _opened(self, mark):
        return mark + " " * (self._indent - 1)

    def _lines(self, texts, column):
        return (",\n" + " " * column).join(texts)

    def _items(self, items, column, after, inside, level):
        column += self._indent
        items = list(items)
        room = most = self._width - column + 1
        text, between = "", ""
        for at, item in enumerate(items):
            last = at + 1 == len(items)
            if last:
                most -= after
                room -= after
            if self._compact:
                flat = self._flat(item, inside, level)
                if room < len(flat) + 2:
                    room = most
                    if between:
                        between = ",\n" + " " * column
                if room >= len(flat) + 2:
                    room -= len(flat) + 2
                    text += between + flat
                    between = ", "
                    continue
            text += between + self._laid_out(item, column, after if last else 1, inside, level)
            between = ",\n" + " " * column
        return text

    def _pair_lines(self, pairs, column, after, inside, level):
        column += self._indent
        texts = []
        for at, (key, value) in enumerate(pairs):
            shown = self._flat(key, inside, level) + ": "
            texts.append(shown + self._laid_out(value, column + len(shown), after if at + 1 == len(pairs) else 1, inside, level))
        return self._lines(texts, column)

    def _named_lines(self, pairs, column, after, inside, level):
        texts = []
        for at, (name, value) in enumerate(pairs):
            shown = "..." if id(value) in inside else self._laid_out(
                value, column + len(name) + 1, after if at + 1 == len(pairs) else 1, inside, level)
            texts.append(f"{name}={shown}")
        return self._lines(texts, column)

    def _dict(self, value, column, after, inside, level):
        return self._opened("{") + self._pair_lines(self._pairs(value), column, after + 1, inside, level) + "}"

    def _list(self, value, column, after, inside, level):
        return self._opened("[") + self._items(value, column, after + 1, inside, level) + "]"

    def _tuple(self, value, column, after, inside, level):
        end = ",)" if len(value) == 1 else ")"
        return self._opened("(") + self._items(value, column, after + len(end), inside, level) + end

    def _set(self, value, column, after, inside, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        begin, end = ("{", "}") if type(value) is set else (name + "({", "})")
        column += len(begin) - 1
        return self._opened(begin) + self._items(sorted(value, key=_InOrder), column, after + len(end), inside, level) + end

    def _str(self, value, column, after, inside, level):
        if not value:
            return repr(value)
        alone = level == 1  # then in brackets
        if alone:
            column += 1
            after += 1
        room = self._width - column
        texts, lines = [], value.splitlines(True)
        for number, line in enumerate(lines):
            last_line = number + 1 == len(lines)
            if len(repr(line)) <= room - (after if last_line else 0):
                texts.append(repr(line))
                continue
            words, text = _words_of(line), ""
            for at, word in enumerate(words):
                last = last_line and at + 1 == len(words)
                if text and len(repr(text + word)) > room - (after if last else 0):
                    texts.append(repr(text))
                    text = ""
                text += word
            if text:
                texts.append(repr(text))
        if len(texts) == 1:
            return repr(lines[-1])
        joined = ("\n" + " " * column).join(texts)
        return f"({joined})" if alone else joined

    def _bytes(self, value, column, after, inside, level):
        if len(value) <= 4:
            return repr(value)
        alone = level == 1
        if alone:
            column += 1
            after += 1
        texts, part = [], b""
        for at in range(0, len(value), 4):
            room = self._width - column - (after if at == len(value) // 4 * 4 else 0)
            if part and len(repr(part + value[at:at + 4])) > room:
                texts.append(repr(part))
                part = b""
            part += value[at:at + 4]
        texts.append(repr(part))
        joined = ("\n" + " " * column).join(texts)
        return f"({joined})" if alone else joined

    def _bytearray(self, value, column, after, inside, level):
        return "bytearray(" + self._bytes(bytes(value), column + 10, after + 1, inside, level + 1) + ")"

    def _OrderedDict(self, value, column, after, inside, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        return f"{name}({self._laid_out(list(value.items()), column + len(name) + 1, after + 1, inside, level)})"

    def _defaultdict(self, value, column, after, inside, level):
        if not value:
            return repr(value)
        factory = self._flat(value.default_factory, inside, level)
        name = type(value).__name__
        column += len(name) + 1
        return f"{name}({factory},\n{' ' * column}{self._dict(value, column, after + 1, inside, level)})"

    def _Counter(self, value, column, after, inside, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        return self._opened(name + "({") + self._pair_lines(value.most_common(), column + len(name) + 1, after + 2, inside, level) + "})"

    def _ChainMap(self, value, column, after, inside, level):
        if not value.maps:
            return repr(value)
        name = type(value).__name__
        column += len(name) + 1
        texts = [self._laid_out(each, column, after + 1 if at + 1 == len(value.maps) else 1, inside, level) for at, each in enumerate(value.maps)]
        return f"{name}({self._lines(texts, column)})"

    def _deque(self, value, column, after, inside, level):
        if not value:
            return repr(value)
        name = type(value).__name__
        column += len(name) + 1
        if value.maxlen is None:
            return f"{name}({self._opened('[')}{self._items(value, column, after + 2, inside, level)}])"
        items = self._items(value, column, 2, inside, level)
        return f"{name}({self._opened('[')}{items}],\n{' ' * column}maxlen={self._flat(value.maxlen, inside, level)})"

    def _UserDict(self, value, column, after, inside, level):
        return self._laid_out(value.data, column, after, inside, level - 1)

    _UserList = _UserString = _UserDict

    def _MappingProxyType(self, value, column, after, inside, level):
        return f"mappingproxy({self._laid_out(value.copy(), column + 13, after + 1, inside, level)})"

    def _SimpleNamespace(self, value, column, after, inside, level):
        name = "namespace" if type(value) is _sys.modules["types"].SimpleNamespace else type(value).__name__
        return f"{name}({self._named_lines(list(value.__dict__.items()), column + len(name) + 1, after, inside, level)})"

    def _dataclass(self, value, column, after, inside, level):
        name = type(value).__name__
        shown = [(field.name, getattr(value, field.name)) for field in value.__dataclass_fields__.values()
                 if field.repr and field._field_type.name == "_FIELD"]
        return f"{name}({self._named_lines(shown, column + len(name) + 1, after, inside, level)})"


def _words_of(line):
    """Each run of what is no white space, with the white space behind it."""
    words, start = [], 0
    for at in range(1, len(line)):
        if line[at - 1].isspace() and not line[at].isspace():
            words.append(line[start:at])
            start = at
    words.append(line[start:])
    return words
