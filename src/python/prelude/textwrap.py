"""Paragraphs broken into lines of a width, and margins put on and taken off."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACE = "\t\n\x0b\x0c\r "  # a no-break space is none of them
_TO_SPACE = {ord(space): 32 for space in _SPACE[:-1]}


def _is_letter(char):
    return char == "_" or char.isalnum() and not char.isdecimal()


def _is_word_char(char):
    return char == "_" or char.isalnum()


def _breaks_behind_hyphen(word, at):
    """May a line end before word[at], behind the hyphen of a compound: two letters before it, or one between hyphens, and letters behind?"""
    rest = word[at:at + 3].replace("-", "", 1) if word[at + 1:at + 2] == "-" else word[at:at + 2]
    if len(rest) < 2 or not (_is_letter(rest[0]) and _is_letter(rest[1])):
        return False
    before = word[max(0, at - 4):at - 1]
    if len(before) >= 2 and _is_letter(before[-1]) and _is_letter(before[-2]):
        return True
    return len(before) == 3 and _is_letter(before[2]) and before[1] == "-" and _is_letter(before[0])


def _dash_end(word, at):
    """Behind the dash of two hyphens or more that joins two words at word[at]; 0 if there is none."""
    if word[at:at + 2] != "--" or at == 0 or not (_is_word_char(word[at - 1]) or word[at - 1] in "!\"'&.,?"):
        return 0
    end = at
    while word[end:end + 1] == "-":
        end += 1
    return end if end < len(word) and _is_word_char(word[end]) else 0


def _pieces_of(word):
    if "-" not in word:
        return [word]
    pieces, start = [], 0
    while start < len(word):
        end = _dash_end(word, start)
        if not end:
            end = start + 1
            while end < len(word) and not (word[end - 1] == "-" and _breaks_behind_hyphen(word, end)) and not _dash_end(word, end):
                end += 1
        pieces.append(word[start:end])
        start = end
    return pieces


def _runs(text):
    """White space and what is none, by turns."""
    runs, start = [], 0
    for at in range(1, len(text) + 1):
        if at == len(text) or (text[at] in _SPACE) != (text[start] in _SPACE):
            runs.append(text[start:at])
            start = at
    return runs


def _ends_sentence(word):
    if word[-1:] in ("'", '"'):
        word = word[:-1]
    return word[-1:] in (".", "!", "?") and "a" <= word[-2:-1] <= "z"


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *,
                 max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACE)
        pieces = []
        for run in _runs(text):
            if self.break_on_hyphens and run[0] not in _SPACE:
                pieces.extend(_pieces_of(run))
            else:
                pieces.append(run)
        if self.fix_sentence_endings:
            for at in range(1, len(pieces) - 1):
                if pieces[at] == " " and _ends_sentence(pieces[at - 1]):
                    pieces[at] = "  "
            if len(pieces) > 1 and pieces[-1] == " " and _ends_sentence(pieces[-2]):
                pieces[-1] = "  "
        return self._laid_in_lines(pieces)

    def fill(self, text):
        return "\n".join(self.wrap(text))

    def _laid_in_lines(self, pieces):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        most = self.max_lines
        if most is not None:
            margin = self.initial_indent if most <= 1 else self.subsequent_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines, at, pieces = [], 0, list(pieces)
        while at < len(pieces):
            margin = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(margin)
            if self.drop_whitespace and lines and not pieces[at].strip():
                at += 1
            first, taken = at, 0
            while at < len(pieces) and taken + len(pieces[at]) <= room:
                taken += len(pieces[at])
                at += 1
            line = pieces[first:at]
            if at < len(pieces) and len(pieces[at]) > room:
                at += self._take_of_long(pieces, at, line, room - taken if room >= 1 else 1)
            if self.drop_whitespace and line and not line[-1].strip():
                line.pop()
            if not line:
                continue
            used = sum([len(piece) for piece in line])
            nothing_left = at == len(pieces) or self.drop_whitespace and at + 1 == len(pieces) and not pieces[at].strip()
            if most is None or len(lines) + 1 < most or nothing_left and used <= room:
                lines.append(margin + "".join(line))
            else:
                self._end_early(lines, line, used, room, margin)
                break
        return lines

    def _take_of_long(self, pieces, at, line, room):
        """A piece longer than a line is cut, or has a line alone. Says how many pieces were taken whole."""
        piece = pieces[at]
        if not self.break_long_words:
            if line:
                return 0
            line.append(piece)
            return 1
        cut = room
        if self.break_on_hyphens and len(piece) > room:
            hyphen = piece.rfind("-", 0, room)
            if hyphen > 0 and piece[:hyphen].strip("-"):
                cut = hyphen + 1
        line.append(piece[:cut])
        pieces[at] = piece[cut:]
        return 0

    def _end_early(self, lines, line, used, room, margin):
        while line:
            if line[-1].strip() and used + len(self.placeholder) <= room:
                lines.append(margin + "".join(line) + self.placeholder)
                return
            used -= len(line.pop())
        if lines:
            shorter = lines[-1].rstrip()
            if len(shorter) + len(self.placeholder) <= self.width:
                lines[-1] = shorter + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    if isinstance(text, (bytes, bytearray)):
        raise TypeError("cannot use a string pattern on a bytes-like object")
    if not isinstance(text, str):
        raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
    lines = text.split("\n")
    margins = [line[:len(line) - len(line.lstrip(" \t"))] for line in lines if line.strip(" \t")]
    common = 0
    if margins:
        least, most = min(margins), max(margins)  # what these two share, all share
        while common < len(least) and least[common] == most[common]:
            common += 1
    return "\n".join([line[common:] if line.strip(" \t") else "" for line in lines])


def indent(text, prefix, predicate=None):
    wanted = (lambda line: line.strip()) if predicate is None else predicate
    return "".join([prefix + line if wanted(line) else line for line in text.splitlines(True)])
