"""Printed tracebacks. The text itself comes from the interpreter, which prints its own in the same way."""

import sys
from _prelude import exception_only as _only, exception_text as _text, traceback_entries as _entries

_given = object()


def _exception(exc, value):
    return exc if value is _given or value is None else value


def _lines(text):
    return text.splitlines(True)


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True):
    exception = _exception(exc, value)
    return ["NoneType: None\n"] if exception is None else _lines(_text(exception))


def format_exception_only(exc, /, value=_given):
    exception = _exception(exc, value)
    return ["NoneType: None\n"] if exception is None else _lines(_only(exception))


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value)), file=file or sys.stderr, end="")


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception()))


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), file=file)


class FrameSummary:
    def __init__(self, filename, lineno, name, line):
        self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]


class StackSummary(list):
    def format(self):
        return format_list(self)


def extract_tb(tb, limit=None):
    return StackSummary([FrameSummary(file, line, name, text.strip()) for file, line, name, text in _entries(tb)])


def format_list(extracted_list):
    return [f'  File "{file}", line {line}, in {name}\n' + (f"    {text}\n" if text else "") for file, line, name, text in extracted_list]


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb))


def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb)), file=file or sys.stderr, end="")


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **kwargs):
        self._exception = exc_value
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, **kwargs):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        return iter(format_exception(self._exception))

    def format_exception_only(self):
        return iter(format_exception_only(self._exception))

    def __str__(self):
        return str(self._exception)
