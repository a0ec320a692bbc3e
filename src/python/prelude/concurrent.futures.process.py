"""Pools of processes. Each process is a thread that works apart (_thread.begin_apart): in its own time, with its own copy of the program's
names, and what it gets and gives is copied on the way, as pickle would. What a fork starts with is copied when the first call is submitted."""

import copy as _copy
import sys as _sys
import threading as _threading
from functools import partial as _partial
from itertools import islice as _islice
from time import sleep as _sleep
from types import FunctionType as _FunctionType, MethodType as _MethodType, BuiltinFunctionType as _BuiltinFunctionType

from _thread import begin_apart as _begin_apart, end_apart as _end_apart, function_in as _function_in

from concurrent.futures import _CPU_COUNT, BrokenExecutor as _BrokenExecutor, Executor as _Executor
from concurrent.futures import _Pool, _Work, _log, _worker


class BrokenProcessPool(_BrokenExecutor):
    pass


BrokenProcessPool.__module__ = "concurrent.futures.process"


class PicklingError(Exception):
    pass


PicklingError.__module__ = "_pickle"


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


_RemoteTraceback.__module__ = "concurrent.futures.process"


# --- what goes from one process to another ---


def _by_name(thing):
    """Classes and functions are sent by their names, which must lead to them (pickle's save_global)."""
    name = thing.__qualname__
    if "<locals>" in name:
        raise AttributeError(f"Can't pickle local object {name!r}")
    found = _sys.modules.get(thing.__module__)
    for part in name.split("."):
        found = getattr(found, part, None)
        if found is None:
            raise PicklingError(f"Can't pickle {thing!r}: attribute lookup {name} on {thing.__module__} failed")
    if found is not thing:
        raise PicklingError(f"Can't pickle {thing!r}: it's not the same object as {thing.__module__}.{name}")
    return thing


def _sent(value, process=None):
    """A copy, as the other process has it. Only what stands in the value itself, or in lists, tuples and dicts of it, is looked for by name."""
    kind = type(value)
    if kind is _FunctionType:
        _by_name(value)
        return process.own(value) if process is not None else value
    if kind is _BuiltinFunctionType or kind is type:
        return value if kind is _BuiltinFunctionType else _by_name(value)
    if kind is list:
        return [_sent(item, process) for item in value]
    if kind is tuple:
        return tuple([_sent(item, process) for item in value])
    if kind is dict:
        return {_sent(key, process): _sent(item, process) for key, item in value.items()}
    if kind is _partial:
        return _partial(_sent(value.func, process), *_sent(value.args, process), **_sent(value.keywords, process))
    if kind is _MethodType:
        return getattr(_sent(value.__self__, process), value.__name__)
    if kind.__module__ == "__main__":
        _by_name(kind)
    return _copy.deepcopy(value)


def _is_nested(value, seen=None):
    """Whether a list, tuple or dict holds itself, or is met twice: then deepcopy keeps that."""
    seen = set() if seen is None else seen
    if type(value) not in (list, tuple, dict):
        return False
    if id(value) in seen:
        return True
    seen.add(id(value))
    return any(_is_nested(item, seen) for item in (value.values() if type(value) is dict else value))


def _copied(value, process=None):
    return _copy.deepcopy(value) if _is_nested(value) else _sent(value, process)


class _Process:
    """The names that a child has: a copy of the program's, made when the pool forks. A function of the program's own works on these."""

    def __init__(self):
        main = vars(_sys.modules["__main__"])
        self.main = main
        self.names = names = {}
        memo = {}
        for name, value in main.items():
            names[name] = value
            if type(value) is _FunctionType and value.__globals__ is main:
                names[name] = _function_in(value, names)
            elif not name.startswith("__") and not hasattr(type(value), "__del__"):
                try:
                    names[name] = _copy.deepcopy(value, memo)
                except Exception:
                    pass  # no process could be sent it, but a fork has it

    def own(self, function):
        if function.__globals__ is not self.main:
            return function
        found = self.names.get(function.__qualname__)
        return found if type(found) is _FunctionType else _function_in(function, self.names)


class _ProcessWork(_Work):
    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        result = error = None
        process = _threading.current_thread()._process
        try:
            call = [_copied(part, process) for part in (self.fn, self.args, self.kwargs)]
        except BaseException as failed:
            self.future.set_exception(_with_remote_traceback(failed, failed))
            self = None
            return
        _begin_apart()
        try:
            result = _copied(call[0](*call[1], **call[2]))
        except BaseException as failed:
            error = _with_remote_traceback(failed)
        finally:
            ahead = _end_apart()
        call = None
        if ahead > 0:
            _sleep(ahead)
        if error is None:
            self.future.set_result(result)
        else:
            self.future.set_exception(error)
            self = error = None


def _with_remote_traceback(error, sent=None):
    """The exception as the other side raises it, which cannot show where it came from but in words."""
    from _prelude import exception_text

    text = exception_text(error)
    if sent is None:
        try:
            sent = _copied(error)
        except Exception:
            sent = error
    sent.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
    return sent.with_traceback(None)


def _process_worker(pool, work):
    thread = _threading.current_thread()
    thread._process = _Process()
    if pool._initializer is not None:
        try:
            initializer, initargs = _copied(pool._initializer, thread._process), _copied(pool._initargs, thread._process)
            _begin_apart()
            try:
                initializer(*initargs)
            finally:
                ahead = _end_apart()
            if ahead > 0:
                _sleep(ahead)
        except BaseException as error:
            _log("Exception in initializer:", error)
            pool._initializer_failed()
            return
    _worker(pool._without_initializer, work)


class _Plain:
    """What _worker asks of its pool, whose initializer has run."""

    _initializer = None

    def __init__(self, pool):
        self._pool = pool
        self._idle = pool._idle

    @property
    def _shutdown(self):
        return self._pool._shutdown

    @_shutdown.setter
    def _shutdown(self, value):
        self._pool._shutdown = value


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _chunks(iterables, size):
    rows = zip(*iterables)
    while chunk := tuple(_islice(rows, size)):
        yield chunk


class ProcessPoolExecutor(_Pool):
    _made = 0  # processes, of all pools
    _work_class = _ProcessWork
    _broken_class = BrokenProcessPool
    _broken_words = "A process in the process pool was terminated abruptly while the future was running or pending."

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _CPU_COUNT
        self._make(max_workers, initializer, initargs)
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            elif max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
        self._without_initializer = _Plain(self)

    def _add_workers(self):
        # A fork's children are all made before the first call (_safe_to_dynamically_spawn_children is false for them).
        while len(self._threads) < self._max_workers:
            ProcessPoolExecutor._made += 1
            self._start(f"Process-{ProcessPoolExecutor._made}", _process_worker)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        results = _Executor.map(self, _partial(_process_chunk, fn), _chunks(iterables, chunksize), timeout=timeout)

        def items():
            for chunk in results:
                chunk.reverse()
                while chunk:
                    yield chunk.pop()

        return items()


ProcessPoolExecutor.__module__ = "concurrent.futures.process"
