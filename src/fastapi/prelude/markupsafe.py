"""Text that is HTML already, and the escaping of text that is not."""

__version__ = "3.0.2"


def _escaped(text):
    return (text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;").replace("'", "&#39;").replace('"', "&#34;"))


def escape(value):
    if hasattr(value, "__html__"):
        return Markup(value.__html__())
    return Markup(_escaped(str(value)))


def escape_silent(value):
    return Markup() if value is None else escape(value)


class Markup(str):
    def __new__(cls, base="", encoding=None, errors="strict"):
        if hasattr(base, "__html__"):
            base = base.__html__()
        return str.__new__(cls, base)

    def __html__(self):
        return self

    def __add__(self, other):
        if isinstance(other, str) or hasattr(other, "__html__"):
            return self.__class__(str.__add__(self, escape(other)))
        return NotImplemented

    def __radd__(self, other):
        if isinstance(other, str) or hasattr(other, "__html__"):
            return escape(other).__add__(self)
        return NotImplemented

    def __mul__(self, times):
        return self.__class__(str.__mul__(self, times))

    __rmul__ = __mul__

    def __mod__(self, given):
        if isinstance(given, tuple):
            given = tuple(one if isinstance(one, (int, float)) else escape(one) for one in given)
        elif isinstance(given, dict):
            given = {name: one if isinstance(one, (int, float)) else escape(one) for name, one in given.items()}
        elif not isinstance(given, (int, float)):
            given = escape(given)
        return self.__class__(str.__mod__(self, given))

    def __repr__(self):
        return f"Markup({str.__repr__(self)})"

    def join(self, parts):
        return self.__class__(str.join(self, [escape(part) for part in parts]))

    def format(self, *given, **named):
        return self.__class__(str.format(self, *[escape(one) for one in given], **{name: escape(one) for name, one in named.items()}))

    def __getitem__(self, key):
        return self.__class__(str.__getitem__(self, key))

    def upper(self):
        return self.__class__(str.upper(self))

    def lower(self):
        return self.__class__(str.lower(self))

    def title(self):
        return self.__class__(str.title(self))

    def capitalize(self):
        return self.__class__(str.capitalize(self))

    def strip(self, chars=None):
        return self.__class__(str.strip(self, chars))

    def replace(self, old, new, count=-1):
        return self.__class__(str.replace(self, old, escape(new), count))

    def unescape(self):
        from html import unescape

        return unescape(str(self))

    def striptags(self):
        import re

        return self.__class__(" ".join(re.sub(r"<!--.*?-->|<[^>]*>", "", self).split())).unescape()

    @classmethod
    def escape(cls, value):
        return escape(value)
