"""Frames as programs see them: what ran where, as it was when it was asked for."""

from _prelude import frame_of_generator as _frame_of_generator, frame_of_traceback as _frame_of_traceback, running_frames as _running_frames


class frame:
    def __init__(self, parts, back):
        self.f_globals, self.f_locals, self.f_lineno, self.f_code = parts
        self.f_back = back

    def clear(self):
        pass

    def __repr__(self):
        return f"<frame at {id(self):#x}, file {self.f_code.co_filename!r}, line {self.f_lineno}, code {self.f_code.co_name}>"


frame.__module__ = "builtins"


def _of_native(given, also_given, given_too, awaited):
    """Whose frames stand in tracebacks for coroutines that are C++ (native_coroutine.cpp)."""


def of_traceback(traceback):
    return frame(_frame_of_traceback(traceback), None)


class _Code:
    """Of what stands in C++ for a function of CPython's library."""

    def __init__(self, file, name):
        self.co_filename = "/usr/lib/python3.11/" + file
        self.co_name = self.co_qualname = name


def of_generator(generator):
    parts = _frame_of_generator(generator)
    if parts is not None and isinstance(parts[3], tuple):
        parts = {}, {}, parts[2], _Code(*parts[3])
    return parts if parts is None else frame(parts, None)


def running(depth=0):
    parts = _running_frames()
    if depth >= len(parts):
        raise ValueError("call stack is not deep enough")
    made = None
    for each in reversed(parts[depth:]):
        made = frame(each, made)
    return made
