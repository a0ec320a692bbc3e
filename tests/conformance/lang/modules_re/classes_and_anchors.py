# Character classes, categories, anchors and boundaries, in ASCII and beyond.
import re


def show(function, *arguments):
    try:
        found = function(*arguments)
        if isinstance(found, re.Match):
            found = (found.span(), found.group(), found.groups(), found.groupdict(), found.lastindex, found.lastgroup)
        print(found)
    except Exception as error:
        print(type(error).__name__, error)


PATTERNS = [
    r"\d+",
    r"\w+",
    r"^ab",
    r"b$",
    r"[^a-c]+",
    r"\bfoo\b",
    r"(?s).+",
    r"(?m)^\w+$",
    r"\Aa\Z",
    r"[]a]",
    r"[a-]",
    r"\x41\u00e9",
    r"\B",
    r"(?a)\w+",
    r"[\w.-]+@[\w-]+\.\w+",
    r"\s+",
    r"[\D]",
    r".",
]
TEXTS = ['', 'abc\n', 'x@y.com ab-c@d.org', 'line1\nline2', 'Aé', '12 ٣٤', 'a\u2003b']
for pattern in PATTERNS:
    compiled = re.compile(pattern)
    for text in TEXTS:
        print(pattern, repr(text))
        show(compiled.search, text)
        show(compiled.match, text)
        show(compiled.fullmatch, text)
        show(compiled.findall, text)
        show(compiled.split, text)
        show(compiled.subn, r"<\g<0>>", text)
        print([found.span() for found in compiled.finditer(text)])
