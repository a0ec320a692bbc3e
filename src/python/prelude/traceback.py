"""Tracebacks as text, and the parts they are made of. What stands under one entry, with its carets, and an exception's own lines come
from the interpreter, which prints its own tracebacks of the same parts."""

import sys
from _prelude import (exception_only as _exception_only, source_line as _source_line, stack_entries as _stack_entries,
                      traceback_entries as _traceback_entries)

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb",
           "print_exc", "format_exc", "print_exception", "print_last", "print_stack", "print_tb", "clear_frames", "FrameSummary",
           "StackSummary", "TracebackException", "walk_stack", "walk_tb"]

_not_given = object()
_REPEATS_SHOWN = 3  # of one line again and again; the rest is counted


class FrameSummary:
    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "locals", "_line", "_text")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None
        self._line = line
        self._text = None  # as the interpreter shows it, carets and all

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = _source_line(self.filename, self.lineno)
        return self._line.strip()

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __getitem__(self, at):
        return list(self)[at] if not isinstance(at, slice) else tuple(self)[at]

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _limited(entries, limit, innermost):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    # From the end where the exception or the call is, if it is a stack; a negative limit counts from the other end.
    if innermost:
        limit = -limit
        if limit == 0:
            return []
    return entries[:limit] if limit >= 0 else entries[limit:]


def _summaries(entries, limit, innermost, with_locals=False):
    made = StackSummary()
    for filename, line, name, source, text, end_line, column, end_column, names in _limited(entries, limit, innermost):
        summary = FrameSummary(filename, line, name, line=source, locals=names if with_locals else None,
                               end_lineno=end_line, colno=column, end_colno=end_column)
        summary._text = text
        made.append(summary)
    return made


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls(_limited([FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name, locals=frame.f_locals if capture_locals else None)
                             for frame, line in frame_gen], limit, False))

    @classmethod
    def from_list(cls, a_list):
        return cls([item if isinstance(item, FrameSummary) else FrameSummary(item[0], item[1], item[2], line=item[3]) for item in a_list])

    def format_frame_summary(self, frame_summary):
        text = frame_summary._text
        if text is None:
            line = frame_summary.line
            text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n' + (f"    {line}\n" if line else "")
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f"    {name} = {value}\n"
        return text

    def format(self):
        texts, before, times = [], None, 0

        def count_the_rest():
            if times > _REPEATS_SHOWN:
                rest = times - _REPEATS_SHOWN
                texts.append(f"  [Previous line repeated {rest} more time{'s' if rest > 1 else ''}]\n")

        for each in self:
            text = self.format_frame_summary(each)
            if text is None:
                continue
            place = each.filename, each.lineno, each.name
            if place != before:
                count_the_rest()
                before, times = place, 0
            times += 1
            if times <= _REPEATS_SHOWN:
                texts.append(text)
        count_the_rest()
        return texts


def extract_tb(tb, limit=None):
    return _summaries(_traceback_entries(tb), limit, False)


def extract_stack(f=None, limit=None):
    if f is None:
        return _summaries(_stack_entries(), limit, True)
    summaries = StackSummary.extract(walk_stack(f))
    summaries.reverse()
    return StackSummary(_limited(summaries, limit, True))


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    frame = sys._getframe() if f is None else f
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def clear_frames(tb):
    while tb is not None:
        tb = tb.tb_next


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _write(format_stack(f, limit), file)


def _write(texts, file):
    file = sys.stderr if file is None else file
    for text in texts:
        print(text, file=file, end="")


def _margin(text, depth, mark="|"):
    if depth == 0:
        return text
    return "".join(["  " * depth + mark + " " + line for line in text.splitlines(True)])


def _own_lines(exception):
    """The lines of the exception itself, a note's lines each by itself."""
    text = _exception_only(exception)
    notes = getattr(exception, "__notes__", None)
    lines = []
    if isinstance(notes, list) and notes:
        lines = [line + "\n" for note in notes for line in str(note).split("\n")]
        text = text[:len(text) - len("".join(lines))]
    if isinstance(exception, SyntaxError):
        return text.splitlines(True) + lines
    return [text] + lines


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False,
                 max_group_width=15, max_group_depth=10, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))

        def part(other):
            return TracebackException(type(other), other, other.__traceback__, limit=limit, capture_locals=capture_locals,
                                      max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)

        self.exc_type = exc_type
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = _summaries(_traceback_entries(exc_traceback, capture_locals), limit, False, capture_locals)
        self.__cause__ = self.__context__ = self.exceptions = self.__notes__ = None
        self.__suppress_context__ = False
        if exc_value is None:
            self._str, self._lines = "None", ["NoneType: None\n"]
            return
        try:
            self._str = str(exc_value)
        except Exception:
            self._str = "<exception str() failed>"
        self._lines = _own_lines(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if isinstance(exc_value, SyntaxError):
            for name in ("filename", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name))
            for name in ("lineno", "end_lineno"):
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))
        cause, context = exc_value.__cause__, exc_value.__context__
        self.__suppress_context__ = exc_value.__suppress_context__
        if cause is not None and id(cause) not in seen:
            self.__cause__ = part(cause)
        if context is not None and id(context) not in seen and not (compact and (cause is not None or exc_value.__suppress_context__)):
            self.__context__ = part(context)
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [part(each) for each in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if not isinstance(other, TracebackException):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._lines

    def format(self, *, chain=True):
        yield from self._laid_out(0, chain)

    def _laid_out(self, depth, chain):
        """Says whether a group in it has drawn the last ruler already."""
        closed = False
        each, links = self, [(None, self)]
        while chain:
            if each.__cause__ is not None:
                word, each = "\nThe above exception was the direct cause of the following exception:\n\n", each.__cause__
            elif each.__context__ is not None and not each.__suppress_context__:
                word, each = "\nDuring handling of the above exception, another exception occurred:\n\n", each.__context__
            else:
                break
            links[-1] = (word, links[-1][1])
            links.append((None, each))
        for word, each in reversed(links):
            if word is not None:
                yield _margin(word, depth)
            if each.exceptions is None:
                if each.stack:
                    yield _margin("Traceback (most recent call last):\n", depth)
                    for text in each.stack.format():
                        yield _margin(text, depth)
                for text in each.format_exception_only():
                    yield _margin(text, depth)
            elif depth > self.max_group_depth:
                yield _margin(f"... (max_group_depth is {self.max_group_depth})\n", depth)
            else:
                closed = yield from each._group_laid_out(depth, chain)
        return closed

    def _group_laid_out(self, depth, chain):
        level = depth or 1
        if self.stack:
            yield _margin("Exception Group Traceback (most recent call last):\n", level, "|" if depth else "+")
            for text in self.stack.format():
                yield _margin(text, level)
        for text in self.format_exception_only():
            yield _margin(text, level)
        closed, count = False, len(self.exceptions)
        for at in range(min(count, self.max_group_width + 1)):
            shown = at < self.max_group_width
            yield "  " * level + ("  " if at else "+-") + f"+---------------- {at + 1 if shown else '...'} ----------------\n"
            if shown:
                closed = yield from self.exceptions[at]._laid_out(level + 1, chain)
            else:
                rest, closed = count - self.max_group_width, False
                yield _margin(f"and {rest} more exception{'s' if rest > 1 else ''}\n", level + 1)
        if count and not closed:
            yield "  " * (level + 1) + "+------------------------------------\n"
        return True

    def print(self, *, file=None, chain=True):
        _write(self.format(chain=chain), file)


def _value_and_traceback(exc, value, tb):
    if (value is _not_given) != (tb is _not_given):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _not_given:
        return value, tb
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return exc, exc.__traceback__


def _parts_of(exc, value, tb, limit):
    value, tb = _value_and_traceback(exc, value, tb)
    return TracebackException(type(value), value, tb, limit=limit, compact=True)


def format_exception(exc, /, value=_not_given, tb=_not_given, limit=None, chain=True):
    return list(_parts_of(exc, value, tb, limit).format(chain=chain))


def print_exception(exc, /, value=_not_given, tb=_not_given, limit=None, file=None, chain=True):
    _parts_of(exc, value, tb, limit).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_not_given):
    value = exc if value is _not_given else value
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)
