# A tokenizer as the re documentation has it: one pattern of named groups, lastgroup, and a scanner.
import re
from typing import NamedTuple


class Token(NamedTuple):
    kind: str
    text: str
    line: int
    column: int


KINDS = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("NAME", r"[^\W\d]\w*"), ("OPERATOR", r"[+\-*/]"), ("NEWLINE", r"\n"),
         ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
PATTERN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in KINDS))


def tokens(code):
    line, start = 1, 0
    for found in PATTERN.finditer(code):
        kind, text = found.lastgroup, found.group()
        column = found.start() - start
        if kind == "NEWLINE":
            start, line = found.end(), line + 1
            continue
        if kind == "SKIP":
            continue
        if kind == "MISMATCH":
            raise RuntimeError(f"{text!r} unexpected on line {line}")
        yield Token(kind, text, line, column)


for token in tokens("naïve := quantity * 12.5;\n tax := price / 3 ;\n"):
    print(token)
try:
    list(tokens("a := 3 ? 4"))
except RuntimeError as error:
    print(error)
