"""re: the functions, flags and templates; matching itself is C++ (modules/re_module.cpp)."""

import enum as _enum
from types import MappingProxyType as _MappingProxyType

import _sre

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template", "escape", "error",
           "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE",
           "NOFLAG", "RegexFlag"]

Pattern = _sre.Pattern
Match = _sre.Match


class error(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


class RegexFlag(_enum.IntFlag):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128

    def __repr__(self):
        return _flags_repr(self._value_, _DEFINED)

    __str__ = __repr__


_SHOWN = (("TEMPLATE", 1), ("IGNORECASE", 2), ("LOCALE", 4), ("MULTILINE", 8), ("DOTALL", 16), ("UNICODE", 32), ("VERBOSE", 64), ("DEBUG", 128),
          ("ASCII", 256))


_DEFINED = _SHOWN[-1:] + (_SHOWN[1], _SHOWN[2], _SHOWN[5], _SHOWN[3], _SHOWN[4], _SHOWN[6], _SHOWN[0], _SHOWN[7])  # as RegexFlag's members stand


def _flags_repr(value, order=_SHOWN):
    if value == 0:
        return "re.NOFLAG"
    names = [f"re.{name}" for name, bit in order if value & bit]
    rest = value
    for _, bit in _SHOWN:
        rest &= ~bit
    if rest or not names:
        names.append(hex(rest))
    return "|".join(names)


globals().update(RegexFlag.__members__)

_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    key = (type(pattern), pattern, flags)
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    made = _sre.compile(pattern, flags)
    if type(made) is tuple:
        kind, message, position = made
        if kind == 0:
            raise error(message, pattern, position) if position >= 0 else error(message)
        raise (OverflowError, ValueError, RecursionError)[kind - 1](message)
    if not flags & 128:
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[key] = made
    return made


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def template(pattern, flags=0):
    import warnings
    warnings.warn("The re.template() function is deprecated as it is an undocumented function without an obvious purpose. "
                  "Use re.compile() instead.", DeprecationWarning)
    return _compile(pattern, flags | 1)


def purge():
    _cache.clear()
    _templates.clear()


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


_SPECIAL = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")


# --- patterns' and matches' own methods that are easier to say here ---


def _finditer(self, string, pos=0, endpos=9223372036854775807):
    return iter(self.scanner(string, pos, endpos).search, None)


def _sub(self, repl, string, count=0):
    return _subn(self, repl, string, count)[0]


def _subn(self, repl, string, count=0):
    if not callable(repl):
        parts = _parts(self, repl)
        if isinstance(repl, str) == isinstance(string, str):
            return self._replace(parts, string, count)
        repl = lambda found: parts[0]  # join() says what does not fit together
    made, last, number = [], 0, 0
    for found in _finditer(self, string):
        start, end = found.span()
        if last < start:
            made.append(string[last:start])
        text = repl(found)
        if text is not None:
            made.append(text)
        last = end
        number += 1
        if number == count:
            break
    if last < len(string):
        made.append(string[last:])
    return string[:0].join(made), number


def _group_index(self):
    return _MappingProxyType(self._names)


def _pattern_repr(self):
    flags = self.flags
    if isinstance(self.pattern, str):
        flags &= ~32
    text = repr(self.pattern)
    if len(text) > 200:
        text = text[:200]
    return f"re.compile({text}, {_flags_repr(flags)})" if flags else f"re.compile({text})"


def _expand(self, template):
    made = self.string[:0]
    for part in _parts(self.re, template):
        made += (self.group(part) or self.string[:0]) if isinstance(part, int) else part
    return made


for _name, _function in (("finditer", _finditer), ("sub", _sub), ("subn", _subn), ("groupindex", property(_group_index)), ("__repr__", _pattern_repr)):
    _sre.add_method(Pattern, _name, _function)
_sre.add_method(Match, "expand", _expand)

for _class in (Pattern, Match):
    _sre.add_method(_class, "__class_getitem__", classmethod(lambda cls, items: __import__("types").GenericAlias(cls, items)))

# --- what is not documented, and used for lexers ---


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(_compile(phrase, flags), action) for phrase, action in lexicon]
        self.match = None

    def _found(self, string, at):
        for pattern, action in self._rules:
            found = pattern.match(string, at)
            if found is not None:
                return found, action
        return None, None

    def scan(self, string):
        """([what the actions gave], the rest that no phrase matches)."""
        result, at = [], 0
        while True:
            found, action = self._found(string, at)
            if found is None or found.end() == at:
                return result, string[at:]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()


# --- templates: texts with group references ---

_templates = {}
_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}


def _parts(pattern, repl):
    key = (type(repl), repl, pattern)
    try:
        return _templates[key]
    except (KeyError, TypeError):
        pass
    if isinstance(repl, str):
        parts = [repl] if "\\" not in repl else _read_template(pattern, repl, repl)
    elif isinstance(repl, (bytes, bytearray)):
        if b"\\" in repl:
            hash(repl)
        parts = [repl] if b"\\" not in repl else [part if isinstance(part, int) else part.encode("latin-1")
                                                         for part in _read_template(pattern, str(repl, "latin-1"), repl)]
    else:
        hash(repl)  # CPython looks a template up before it reads it
        raise TypeError(f"decoding to str: need a bytes-like object, {type(repl).__name__} found")
    if len(_templates) >= _MAXCACHE:
        _templates.clear()
    try:
        _templates[key] = parts
    except TypeError:
        pass
    return parts


def _read_template(pattern, text, source):
    """[text or group number], by the rules of re._parser.parse_template."""
    parts, literal, at, size = [], "", 0, len(text)

    def reference(group, position):
        nonlocal literal
        if group > pattern.groups:
            raise error(f"invalid group reference {group}", source, position)
        if literal:
            parts.append(literal)
            literal = ""
        parts.append(group)

    while at < size:
        character = text[at]
        at += 1
        if character != "\\":
            literal += character
            continue
        if at >= size:
            raise error("bad escape (end of pattern)", source, size - 1)
        start = at - 1
        character = text[at]
        at += 1
        if character == "g":
            if text[at : at + 1] != "<":
                raise error("missing <", source, at)
            end = text.find(">", at)
            name = text[at + 1 :] if end < 0 else text[at + 1 : end]
            at += 1
            if not name:
                raise error("missing group name", source, at)
            if end < 0:
                raise error("missing >, unterminated name", source, at)
            if name.isidentifier():
                if name not in pattern.groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                group = pattern.groupindex[name]
            else:
                try:
                    group = int(name)
                    if group < 0:
                        raise ValueError
                except ValueError:
                    raise error(f"bad character in group name {name!r}", source, at) from None
                if not (name.isdecimal() and name.isascii()):
                    import warnings
                    warnings.warn(f"bad character in group name {name!r} at position {at}", DeprecationWarning)
            reference(group, at)
            at = end + 1
        elif character == "0":
            end = at
            while end < size and end < at + 2 and text[end] in "01234567":
                end += 1
            literal += chr(int("0" + text[at:end], 8) & 255)
            at = end
        elif character in "123456789":
            if text[at : at + 1] in "0123456789" and at < size:
                at += 1
                if text[at - 2] in "01234567" and text[at - 1] in "01234567" and at < size and text[at] in "01234567":
                    at += 1
                    value = int(text[start + 1 : at], 8)
                    if value > 0o377:
                        raise error(f"octal escape value {text[start:at]} outside of range 0-0o377", source, start)
                    literal += chr(value)
                    continue
            reference(int(text[start + 1 : at]), start + 1)
        elif character in _ESCAPES:
            literal += _ESCAPES[character]
        elif character.isascii() and character.isalpha():
            raise error(f"bad escape \\{character}", source, start)
        else:
            literal += "\\" + character
    if literal:
        parts.append(literal)
    return parts
