"""Constants, capwords, Template and Formatter."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable", "punctuation",
           "whitespace", "Formatter", "Template"]

ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\v\f"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


class _PatternOfClass:
    """A template class's compiled pattern, made of its other attributes when it is first asked for."""

    def __get__(self, instance, cls):
        import re
        mark, name = re.escape(cls.delimiter), cls.idpattern
        made = re.compile(f"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))",
                          re.IGNORECASE if cls.flags is None else cls.flags)
        cls.pattern = made
        return made


class Template:
    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None
    pattern = _PatternOfClass()

    def __init_subclass__(cls):
        super().__init_subclass__()
        if "pattern" not in cls.__dict__:
            cls.pattern = _PatternOfClass()
        elif isinstance(cls.pattern, str):
            import re
            cls.pattern = re.compile(cls.pattern, re.IGNORECASE | re.VERBOSE if cls.flags is None else cls.flags)

    def __init__(self, template):
        self.template = template

    def _refuse(self, found):
        before = self.template[:found.start("invalid")].splitlines(keepends=True)
        column = found.start("invalid") - len("".join(before[:-1])) if before else 1
        raise ValueError(f"Invalid placeholder in string: line {len(before) or 1}, col {column}")

    def _filled(self, values, safe):
        def put(found):
            name = found["named"] or found["braced"]
            if name is not None:
                if not safe:
                    return str(values[name])
                try:
                    return str(values[name])
                except KeyError:
                    return found[0]
            if found["escaped"] is not None:
                return self.delimiter
            return found[0] if safe else self._refuse(found)

        return self.pattern.sub(put, self.template)

    def substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws} if kws and mapping else kws or mapping, False)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws} if kws and mapping else kws or mapping, True)

    def is_valid(self):
        return all([found["invalid"] is None for found in self.pattern.finditer(self.template)])

    def get_identifiers(self):
        names = []
        for found in self.pattern.finditer(self.template):
            name = found["named"] or found["braced"]
            if name is None and found["invalid"] is not None:
                continue
            if name is not None and name not in names:
                names.append(name)
        return names


def _end_of_field(text, at):
    """Behind the bracket that closes the field begun before `at`, and where its name ends."""
    depth, name_end, end = 1, None, at
    while end < len(text):
        char = text[end]
        if char == "[" and name_end is None:
            closing = text.find("]", end)
            end = len(text) if closing < 0 else closing + 1
            continue
        if char in "!:" and name_end is None:
            name_end = end
        if char == "{":
            if name_end is None:
                raise ValueError("unexpected '{' in field name")
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                return end + 1, end if name_end is None else name_end
        end += 1
    raise ValueError("expected '}' before end of string")


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, number):
        """`number`: the next field without a name has it; False once fields were numbered by hand."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if name is None:
                continue
            if name == "" or name.isdigit():
                if number is False if name == "" else number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                if name == "":
                    name, number = str(number), number + 1
                else:
                    number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            parts.append(self.format_field(value, spec))
        return "".join(parts), number

    def parse(self, format_string):
        text, at, start = format_string, 0, 0
        while at < len(text):
            char = text[at]
            if char not in "{}":
                at += 1
            elif text[at + 1:at + 2] == char:
                yield text[start:at + 1], None, None, None
                at = start = at + 2
            elif char == "}" or at + 1 == len(text):
                raise ValueError(f"Single '{char}' encountered in format string")
            else:
                literal, begin = text[start:at], at + 1
                at, name_end = _end_of_field(text, begin)
                start = at
                name, rest, conversion = text[begin:name_end], text[name_end:at - 1], None
                if rest[:1] == "!":
                    conversion = rest[1:2]
                    if not conversion:
                        raise ValueError("unmatched '{' in format spec")
                    if rest[2:] and rest[2] != ":":
                        raise ValueError("expected ':' after conversion specifier")
                    rest = rest[2:]
                yield literal, name, rest[1:], conversion
        if start < len(text):
            yield text[start:], None, None, None

    def get_field(self, field_name, args, kwargs):
        end = min([place for place in (field_name.find("."), field_name.find("[")) if place >= 0], default=len(field_name))
        first = field_name[:end]
        first = int(first) if first.isdigit() else first
        value, at = self.get_value(first, args, kwargs), end
        while at < len(field_name):
            if field_name[at] == ".":
                end = min([place for place in (field_name.find(".", at + 1), field_name.find("[", at + 1)) if place >= 0], default=len(field_name))
                if end == at + 1:
                    raise ValueError("Empty attribute in format string")
                value = getattr(value, field_name[at + 1:end])
            elif field_name[at] == "[":
                end = field_name.find("]", at)
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                key = field_name[at + 1:end]
                if not key:
                    raise ValueError("Empty attribute in format string")
                value = value[int(key) if key.isdigit() else key]
                end += 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            at = end
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        how = {"s": str, "r": repr, "a": ascii}.get(conversion)
        if how is None:
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return how(value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)
