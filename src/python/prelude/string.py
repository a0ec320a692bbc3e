"""Constants, capwords, Template and Formatter."""

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
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _run(self, values, safe):
        text, parts, at = self.template, [], 0
        while True:
            mark = text.find(self.delimiter, at)
            if mark < 0:
                parts.append(text[at:])
                return "".join(parts)
            parts.append(text[at:mark])
            at = mark + 1
            if text[at:at + 1] == self.delimiter:
                parts.append(self.delimiter)
                at += 1
                continue
            braced = text[at:at + 1] == "{"
            start = end = at + braced
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[start:end]
            good = bool(name) and not name[0].isdigit() and (not braced or text[end:end + 1] == "}")
            if not good:
                if safe:
                    parts.append(self.delimiter)
                    continue
                line = text.count("\n", 0, mark) + 1
                column = mark - (text.rfind("\n", 0, mark) + 1) + 1
                raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
            end += braced
            if safe and name not in values:
                parts.append(text[mark:end])
            else:
                parts.append(str(values[name]))
            at = end

    def substitute(self, mapping=(), /, **kws):
        return self._run({**dict(mapping), **kws}, False)

    def safe_substitute(self, mapping=(), /, **kws):
        return self._run({**dict(mapping), **kws}, True)


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
