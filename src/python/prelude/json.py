"""JSON in and out, in CPython's spelling and with its complaints."""

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {line} column {column} (char {pos})")
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, line, column


JSONDecodeError.__module__ = "json.decoder"

# --- out ---

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _quoted(text, ascii_only):
    if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    parts = []
    for c in text:
        code = ord(c)
        if c in _ESCAPES:
            parts.append(_ESCAPES[c])
        elif code < 32 or (ascii_only and 126 < code < 0x10000):
            parts.append(f"\\u{code:04x}")
        elif ascii_only and code >= 0x10000:
            code -= 0x10000
            parts.append(f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}")
        else:
            parts.append(c)
    return '"' + "".join(parts) + '"'


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan = skipkeys, ensure_ascii, check_circular, allow_nan
        self.sort_keys, self.indent = sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        parts = []
        self._write(o, parts.append, "\n", {})
        return "".join(parts)

    def iterencode(self, o, _one_shot=False):
        parts = []
        self._write(o, parts.append, "\n", {})
        return iter(parts)

    def _float(self, value):
        if value != value:
            text = "NaN"
        elif value == _INFINITY:
            text = "Infinity"
        elif value == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def _write(self, o, put, line, inside):
        if isinstance(o, str):
            put(_quoted(o, self.ensure_ascii))
        elif o is None:
            put("null")
        elif o is True:
            put("true")
        elif o is False:
            put("false")
        elif isinstance(o, int):
            put(int.__repr__(o))
        elif isinstance(o, float):
            put(self._float(o))
        else:
            if self.check_circular:
                if id(o) in inside:
                    raise ValueError("Circular reference detected")
                inside[id(o)] = o
            if isinstance(o, (list, tuple)):
                self._write_list(o, put, line, inside)
            elif isinstance(o, dict):
                self._write_dict(o, put, line, inside)
            else:
                self._write(self.default(o), put, line, inside)
            inside.pop(id(o), None)

    def _write_list(self, o, put, line, inside):
        if not o:
            put("[]")
            return
        separator, outer = self.item_separator, line
        put("[")
        if self.indent is not None:
            line += self.indent if isinstance(self.indent, str) else " " * self.indent
            separator += line
            put(line)
        first = True
        for item in o:
            if first:
                first = False
            else:
                put(separator)
            self._write(item, put, line, inside)
        if self.indent is not None:
            put(outer)
        put("]")

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        return None

    def _write_dict(self, o, put, line, inside):
        if not o:
            put("{}")
            return
        separator, outer = self.item_separator, line
        put("{")
        if self.indent is not None:
            line += self.indent if isinstance(self.indent, str) else " " * self.indent
            separator += line
            put(line)
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            name = self._key(key)
            if name is None:
                if self.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            if first:
                first = False
            else:
                put(separator)
            put(_quoted(name, self.ensure_ascii))
            put(self.key_separator)
            self._write(value, put, line, inside)
        if self.indent is not None:
            put(outer)
        put("}")


_INFINITY = float("inf")


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
          default=None, sort_keys=False, **kw):
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                                indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    fp.write(dumps(obj, **kw))


# --- in ---

_UNESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HEX = frozenset("0123456789abcdefABCDEF")


class _Stop(Exception):
    """No value begins here."""

    def __init__(self, at):
        self.at = at


def _skip(text, at):
    end = len(text)
    while at < end and text[at] in " \t\n\r":
        at += 1
    return at


def _hex4(text, at):
    digits = text[at + 1:at + 5]
    if len(digits) == 4 and all([c in _HEX for c in digits]):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", text, at)


def _string(text, at, strict=True):
    begin = at - 1
    parts = []
    while True:
        quote = text.find('"', at)
        if quote < 0:
            end = len(text)
        else:
            end = quote
        slash = text.find("\\", at, end)
        if slash >= 0:
            end = slash
        piece = text[at:end]
        if strict and not piece.isprintable():
            for offset, c in enumerate(piece):
                if c < " ":
                    raise JSONDecodeError("Invalid control character at", text, at + offset)
        parts.append(piece)
        if slash < 0:
            if quote < 0:
                raise JSONDecodeError("Unterminated string starting at", text, begin)
            return "".join(parts), end + 1
        at = end + 1
        c = text[at:at + 1]
        if not c:
            raise JSONDecodeError("Unterminated string starting at", text, begin)
        if c != "u":
            if c not in _UNESCAPES:
                raise JSONDecodeError("Invalid \\escape", text, at - 1)
            parts.append(_UNESCAPES[c])
            at += 1
            continue
        code = _hex4(text, at)
        at += 5
        if 0xd800 <= code <= 0xdbff and text[at:at + 2] == "\\u":
            low = _hex4(text, at + 1)
            if 0xdc00 <= low <= 0xdfff:
                code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                at += 6
        parts.append(chr(code))


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or {"NaN": float("nan"), "Infinity": _INFINITY, "-Infinity": -_INFINITY}.__getitem__

    def decode(self, s):
        value, at = self.raw_decode(s, _skip(s, 0))
        at = _skip(s, at)
        if at != len(s):
            raise JSONDecodeError("Extra data", s, at)
        return value

    def raw_decode(self, s, idx=0):
        try:
            return self._value(s, idx)
        except _Stop as stop:
            raise JSONDecodeError("Expecting value", s, stop.at) from None

    def _value(self, text, at):
        c = text[at:at + 1]
        if c == '"':
            return _string(text, at + 1, self.strict)
        if c == "{":
            return self._object(text, at + 1)
        if c == "[":
            return self._array(text, at + 1)
        if c == "n" and text[at:at + 4] == "null":
            return None, at + 4
        if c == "t" and text[at:at + 4] == "true":
            return True, at + 4
        if c == "f" and text[at:at + 5] == "false":
            return False, at + 5
        if c and (c in "0123456789" or c == "-"):
            return self._number(text, at)
        for name in ("NaN", "Infinity"):
            if c == name[0] and text[at:at + len(name)] == name:
                return self.parse_constant(name), at + len(name)
        raise _Stop(at)

    def _number(self, text, begin):
        end = len(text)
        at = begin + (text[begin] == "-")
        start = at
        while at < end and text[at] in "0123456789":
            at += 1
            if text[start] == "0":
                break
        if at == start:
            if text[begin:begin + 9] == "-Infinity":
                return self.parse_constant("-Infinity"), begin + 9
            raise _Stop(begin)
        is_float = False
        for lead in (".", "eE"):
            if at < end and text[at] in lead:
                digits = at + 1
                if lead != "." and digits < end and text[digits] in "+-":
                    digits += 1
                stop = digits
                while stop < end and text[stop] in "0123456789":
                    stop += 1
                if stop > digits:
                    at = stop
                    is_float = True
        return (self.parse_float if is_float else self.parse_int)(text[begin:at]), at

    def _object(self, text, at):
        pairs = []
        at = _skip(text, at)
        c = text[at:at + 1]
        if c == "}":
            at += 1
        elif c != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        else:
            while True:
                key, at = _string(text, at + 1, self.strict)
                at = _skip(text, at)
                if text[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", text, at)
                at = _skip(text, at + 1)
                value, at = self._value(text, at)
                pairs.append((key, value))
                at = _skip(text, at)
                c = text[at:at + 1]
                if c == "}":
                    at += 1
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", text, at)
                at = _skip(text, at + 1)
                if text[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), at

    def _array(self, text, at):
        values = []
        at = _skip(text, at)
        if text[at:at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(text, at)
            values.append(value)
            at = _skip(text, at)
            c = text[at:at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip(text, at + 1)


def loads(s, *, cls=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode("utf-8")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    if s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
