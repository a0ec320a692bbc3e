"""JSON in and out, in CPython's spelling and with its complaints. The two loops are C++ (modules/json_*.cpp)."""

import _json

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

_INFINITY = float("inf")


class JSONDecodeError(ValueError):
    __module__ = "json.decoder"

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


# --- out ---

class JSONEncoder:
    __module__ = "json.encoder"
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
                 separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        if self.__class__.iterencode is not _iterencode:
            if isinstance(o, str):
                return _json.quote(o, bool(self.ensure_ascii))
            return "".join(self.iterencode(o, _one_shot=True))
        return _json.encode(o, self.default, self.ensure_ascii, self.allow_nan, self.check_circular, self.sort_keys, self.skipkeys,
                            self.indent, self.item_separator, self.key_separator, 1)

    def iterencode(self, o, _one_shot=False):
        if not _one_shot:
            return _pieces(self, o, "\n", {} if self.check_circular else None)
        return (_json.encode(o, self.default, self.ensure_ascii, self.allow_nan, self.check_circular, self.sort_keys, self.skipkeys,
                             self.indent, self.item_separator, self.key_separator, 0),)


_iterencode = JSONEncoder.iterencode


def _plain(encoder, o):
    """The text of what is neither list nor dict nor for default(); else None."""
    if isinstance(o, str):
        return _json.quote(o, bool(encoder.ensure_ascii))
    if o is None:
        return "null"
    if o is True:
        return "true"
    if o is False:
        return "false"
    if isinstance(o, int):
        return int.__repr__(o)
    if isinstance(o, float):
        if o != o:
            text = "NaN"
        elif o == _INFINITY:
            text = "Infinity"
        elif o == -_INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not encoder.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text
    return None


def _pieces(encoder, o, line, inside):
    text = _plain(encoder, o)
    if text is not None:
        yield text
        return
    if isinstance(o, (list, tuple)) and not o:
        yield "[]"
        return
    if isinstance(o, dict) and not o:
        yield "{}"
        return
    if inside is not None:
        if id(o) in inside:
            raise ValueError("Circular reference detected")
        inside[id(o)] = o
    if isinstance(o, (list, tuple)):
        yield from _list_pieces(encoder, o, line, inside)
    elif isinstance(o, dict):
        yield from _dict_pieces(encoder, o, line, inside)
    else:
        yield from _pieces(encoder, encoder.default(o), line, inside)
    if inside is not None:
        del inside[id(o)]


def _layout(encoder, line):
    """What stands behind an opening bracket, and between two items."""
    indent = encoder.indent
    if indent is None:
        return line, "", encoder.item_separator
    line += indent if isinstance(indent, str) else " " * indent
    return line, line, encoder.item_separator + line


def _list_pieces(encoder, o, line, inside):
    inner, before, separator = _layout(encoder, line)
    before = "[" + before
    for item in o:
        text = _plain(encoder, item)
        if text is not None:
            yield before + text
        else:
            yield before
            yield from _pieces(encoder, item, inner, inside)
        before = separator
    if encoder.indent is not None:
        yield line
    yield "]"


def _dict_pieces(encoder, o, line, inside):
    inner, before, separator = _layout(encoder, line)
    yield "{"
    if encoder.indent is not None:
        yield before
    first = True
    for key, value in sorted(o.items()) if encoder.sort_keys else o.items():
        if not isinstance(key, str):
            name = _plain(encoder, key)
            if name is None:
                if encoder.skipkeys:
                    continue
                raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
            key = name
        if first:
            first = False
        else:
            yield separator
        yield _json.quote(key, bool(encoder.ensure_ascii))
        yield encoder.key_separator
        yield from _pieces(encoder, value, inner, inside)
    if encoder.indent is not None:
        yield line
    yield "}"


_default_encoder = JSONEncoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
          default=None, sort_keys=False, **kw):
    if (not skipkeys and ensure_ascii and check_circular and allow_nan and cls is None and indent is None and separators is None and
            default is None and not sort_keys and not kw):
        return _default_encoder.encode(obj)
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                                indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None,
         default=None, sort_keys=False, **kw):
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
                                   indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)


# --- in ---

_constant = {"NaN": float("nan"), "Infinity": _INFINITY, "-Infinity": -_INFINITY}.__getitem__


def _skip(text, at):
    end = len(text)
    while at < end and text[at] in " \t\n\r":
        at += 1
    return at


class JSONDecoder:
    __module__ = "json.decoder"

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        parse_float, parse_int = self.parse_float, self.parse_int
        try:
            return _json.decode(s, idx, JSONDecodeError, bool(self.strict), self.object_hook, self.object_pairs_hook,
                                None if parse_float is float else parse_float, None if parse_int is int else parse_int, self.parse_constant, 0)
        except StopIteration as found_none:
            raise JSONDecodeError("Expecting value", s, found_none.value) from None


_default_decoder = JSONDecoder()


def detect_encoding(b):
    if b.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if b.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    # No text begins with a zero: where the first ones stand tells width and order (RFC 4627, section 3).
    if len(b) >= 4:
        if not b[0]:
            return "utf-16-be" if b[1] else "utf-32-be"
        if not b[1]:
            return "utf-16-le" if b[2] or b[3] else "utf-32-le"
    elif len(b) == 2:
        if not b[0]:
            return "utf-16-be"
        if not b[1]:
            return "utf-16-le"
    return "utf-8"


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
        encoding = detect_encoding(s)
        s = s[3:].decode("utf-8", "surrogatepass") if encoding == "utf-8-sig" else s.decode(encoding, "surrogatepass")
    if (cls is None and object_hook is None and parse_int is None and parse_float is None and parse_constant is None and
            object_pairs_hook is None and not kw):
        return _default_decoder.decode(s)
    if cls is None:
        cls = JSONDecoder
    if object_hook is not None:
        kw["object_hook"] = object_hook
    if object_pairs_hook is not None:
        kw["object_pairs_hook"] = object_pairs_hook
    if parse_float is not None:
        kw["parse_float"] = parse_float
    if parse_int is not None:
        kw["parse_int"] = parse_int
    if parse_constant is not None:
        kw["parse_constant"] = parse_constant
    return cls(**kw).decode(s)


def load(fp, **kw):
    return loads(fp.read(), **kw)
