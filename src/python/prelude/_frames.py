"""Frames as programs see them: what ran where, as it was when it was asked for."""

from _prelude import frame_of_traceback as _frame_of_traceback, running_frames as _running_frames


class frame:
    def __init__(self, parts, back):
        self.f_globals, self.f_locals, self.f_lineno, self.f_code = parts
        self.f_back = back

    def clear(self):
        pass

    def __repr__(self):
        return f"<frame at {id(self):#x}, file {self.f_code.co_filename!r}, line {self.f_lineno}, code {self.f_code.co_name}>"


frame.__module__ = "builtins"


def of_traceback(traceback):
    return frame(_frame_of_traceback(traceback), None)


def running(depth=0):
    parts = _running_frames()
    if depth >= len(parts):
        raise ValueError("call stack is not deep enough")
    made = None
    for each in reversed(parts[depth:]):
        made = frame(each, made)
    return made
