# IGNORECASE with letters that have more than two forms, scoped flags and verbose patterns.
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
    r"(?i)AbC",
    r"(?i:a)b",
    r"(?i)straße",
    r"(?x) a b # c",
    r"(?i)[a-z]+",
    r"(?i)[^k]",
    r"(?i)µ",
    r"(?i)(σ)\1",
    r"(?ai)k",
    r"(?i:(?-i:A)b)",
]
TEXTS = ['ABC abc', 'ab AB aB', 'strasse STRASSE straße', 'kKK', 'µμ', 'Σσς', 'ſs']
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
