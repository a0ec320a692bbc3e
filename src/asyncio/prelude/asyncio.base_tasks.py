# Task.get_stack() and print_stack().

import sys
import _prelude


class _Code:
    def __init__(self, filename, name):
        self.co_filename = filename
        self.co_name = self.co_qualname = name


class _Frame:
    """What of a frame can be looked at."""

    def __init__(self, filename, line, name):
        self.f_code = _Code(filename, name)
        self.f_lineno = line


def _task_get_stack(task, *, limit=None):
    place = _prelude.coroutine_frame(task.get_coro())
    frames = []
    if place is not None:
        frames = [_Frame(*place)]
    elif task.done() and not task.cancelled():
        error = task.exception()
        if error is not None:
            frames = [_Frame(*entry) for entry in _prelude.frames_of_traceback(error.__traceback__)]
    return frames if limit is None else frames[:max(limit, 0)]


def _task_print_stack(task, *, limit=None, file=None):
    if file is None:
        file = sys.stderr
    error = None
    if task.done() and not task.cancelled():
        error = task.exception()
    frames = _task_get_stack(task, limit=limit)
    if not frames:
        print(f"No stack for {task!r}", file=file)
    elif error is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    for frame in frames:
        line = _prelude.source_line(frame.f_code.co_filename, frame.f_lineno).strip()
        print(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno}, in {frame.f_code.co_name}', file=file)
        if line:
            print(f"    {line}", file=file)
    if error is not None:
        print(_prelude.exception_only(error), end="", file=file)
