# Task.get_stack() and print_stack().

import sys
import _prelude
import traceback


def _frame_of(coroutine):
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        if hasattr(coroutine, name):
            return getattr(coroutine, name)
    return None


def _task_get_stack(task, *, limit=None):
    frame = _frame_of(task.get_coro())
    if frame is not None:
        frames = [frame]
    elif (error := task._exception) is not None:
        frames = [frame for frame, line in traceback.walk_tb(error.__traceback__)]
    else:
        frames = []
    return frames if limit is None else frames[:max(limit, 0)]


def _task_print_stack(task, *, limit=None, file=None):
    entries = []
    for frame in task.get_stack(limit=limit):
        name = frame.f_code.co_filename
        entries.append((name, frame.f_lineno, frame.f_code.co_name, _prelude.source_line(name, frame.f_lineno).strip() or None))
    error = task._exception
    if not entries:
        print(f"No stack for {task!r}", file=file)
    elif error is not None:
        print(f"Traceback for {task!r} (most recent call last):", file=file)
    else:
        print(f"Stack for {task!r} (most recent call last):", file=file)
    traceback.print_list(entries, file=file)
    if error is not None:
        print(_prelude.exception_only(error), end="", file=file)
