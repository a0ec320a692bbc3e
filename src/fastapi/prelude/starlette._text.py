"""Query strings and cookies as text. urllib.parse is imported only where something is escaped."""


def decoded(text):
    """`+` and %XX, as in a query string or a form."""
    if "%" not in text and "+" not in text:
        return text
    from urllib.parse import unquote_plus

    return unquote_plus(text)


def parse_query(text):
    """[(name, value)]; blank values are kept (urllib.parse.parse_qsl's rules)."""
    found = []
    if text:
        for part in text.split("&"):
            if part:
                name, _, value = part.partition("=")
                found.append((decoded(name), decoded(value)))
    return found


def parse_cookies(text):
    """A Cookie header as browsers send it (RFC 6265 5.4): no name is a name of its own."""
    found = {}
    for part in text.split(";"):
        key, equals, value = part.partition("=")
        if not equals:
            key, value = "", part
        key, value = key.strip(), value.strip()
        if key or value:
            found[key] = _unquoted(value)
    return found


def _unquoted(value):
    """A quoted cookie with its escapes undone: backslash and a character, or three octal digits."""
    if len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    value = value[1:-1]
    made, at = [], 0
    while at < len(value):
        if value[at] == "\\" and at + 1 < len(value):
            digits = value[at + 1 : at + 4]
            if len(digits) == 3 and digits[0] in "0123" and digits[1] in "01234567" and digits[2] in "01234567":
                made.append(chr(int(digits, 8)))
                at += 4
                continue
            at += 1
        made.append(value[at])
        at += 1
    return "".join(made)


_PLAIN_COOKIE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~:")
_QUOTED_COOKIE = _PLAIN_COOKIE | frozenset(" ()/<=>?@[]{}")


def quoted_cookie(value):
    """As http.cookies writes a value: quoted where it holds anything but a token's characters."""
    if value and all(each in _PLAIN_COOKIE for each in value):
        return value
    made = []
    for each in value:
        if each in '"\\':
            made.append("\\" + each)
        elif each in _QUOTED_COOKIE:
            made.append(each)
        else:
            made.extend(f"\\{byte:03o}" for byte in each.encode("latin-1", "replace"))
    return '"' + "".join(made) + '"'
