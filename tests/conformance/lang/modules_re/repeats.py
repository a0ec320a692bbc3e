# Greedy, lazy and possessive repeats, of characters and of groups, and loops whose body matches nothing.
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
    r"a*",
    r"(a|ab)(c|bcd)(d*)",
    r"(a+)(b+)?",
    r"a{2,3}?",
    r"(?:ab)+",
    r"(?>a+)b",
    r"a++b",
    r"()*",
    r"(a*)*",
    r"(a*?)*?b",
    r"((a)|b)*",
    r"(?:(a)|b)*",
    r"(a(b)?)+",
    r"(?:a{0,2}){2}",
    r"(a{1,2}?){2}c",
    r"(a|b)*?c",
]
TEXTS = ['', 'aab', 'aaaac', 'abbbac']
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
