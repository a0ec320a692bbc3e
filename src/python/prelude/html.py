"""HTML's special characters, there and back (HTML standard, section 13.2.5.72 on)."""

import re as _re

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


# What windows-1252 has at 0x80 to 0x9f: browsers take these numbers for its characters.
_WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"


def _is_invalid(code):
    return 1 <= code <= 8 or 0xe <= code <= 0x1f or 0x7f <= code <= 0x9f or 0xfdd0 <= code <= 0xfdef or code == 0xb or code & 0xfffe == 0xfffe


def _replace_charref(match):
    s = match.group(1)
    if s[0] == "#":
        code = int(s[2:].rstrip(";"), 16) if s[1] in "xX" else int(s[1:].rstrip(";"))
        if code == 0:
            return "\ufffd"
        if code == 13:
            return "\r"
        if 0x80 <= code <= 0x9f:
            return _WINDOWS[code - 0x80]
        if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            return "\ufffd"
        if _is_invalid(code):
            return ""
        return chr(code)
    from html.entities import html5
    if s in html5:
        return html5[s]
    for x in range(len(s) - 1, 1, -1):
        if s[:x] in html5:
            return html5[s[:x]] + s[x:]
    return "&" + s


_charref = _re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def unescape(s):
    if "&" not in s:
        return s
    return _charref.sub(_replace_charref, s)
