# Lookahead, lookbehind, conditionals and back references.
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
    r"(?=ab)a",
    r"(?<=a)b",
    r"(?<!a)b",
    r"(a)?(?(1)b|c)",
    r"(\w)\1",
    r"(?!x)",
    r"(.)(?=.*\1)",
    r"(?<!\d)\d{2}(?!\d)",
    r"(?P<q>[ab])x(?P=q)",
    r"(?=(a+))a*b\1",
]
TEXTS = ['', 'ab', 'ba', 'aabb', 'axa bxa', 'c', '12 345 67', 'abcabc', 'baaabac']
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
