"""Pools of processes. Each process is a thread that works apart (_thread.begin_apart), in its own time. What it gets and gives is copied on
the way, as pickle would. A function of the program works on a copy of the program's names, made when the first call is submitted, as a
fork's is; what else a fork would have of its own (attributes of classes and modules, what methods and inner functions call `global`, the
state of `random`) is the program's here."""

import copy as _copy
import sys as _sys
import threading as _threading
from collections import deque as _deque
from functools import partial as _partial
from itertools import islice as _islice
from time import sleep as _sleep
from types import FunctionType as _FunctionType, MethodType as _MethodType, BuiltinFunctionType as _BuiltinFunctionType

from _prelude import exception_text as _exception_text

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


def _told_by(text):
    """The cause of an exception that another process has raised, or that could not be sent to it: where that was, in words."""
    return _RemoteTraceback(f'\n"""\n{text}"""')


# --- what goes from one process to another ---

_AS_THEY_ARE = frozenset((_BuiltinFunctionType, type(str.upper), type(object.__init__), type(object().__init__), type(dict.__dict__["fromkeys"])))


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
    if found is not thing and getattr(found, "__code__", None) is not getattr(thing, "__code__", thing):  # a process's own has the same code
        raise PicklingError(f"Can't pickle {thing!r}: it's not the same object as {thing.__module__}.{name}")
    return found


def _sent(value, memo, process=None):
    """A copy, as the other side has it. What stands in lists, tuples and dicts is looked at one by one, for what is sent by name."""
    if id(value) in memo:
        return memo[id(value)]
    kind = type(value)
    if kind is _FunctionType:
        found = _by_name(value)
        return found if process is None else process.own(found)
    if kind in _AS_THEY_ARE:
        return value
    if isinstance(value, type):
        return value if value.__module__ == "builtins" else _by_name(value)
    if kind is list:
        copy = memo[id(value)] = []
        for item in value:
            copy.append(_sent(item, memo, process))
        return copy
    if kind is dict:
        copy = memo[id(value)] = {}
        for key, item in value.items():
            copy[_sent(key, memo, process)] = _sent(item, memo, process)
        return copy
    if kind is tuple:
        copy = memo[id(value)] = tuple([_sent(item, memo, process) for item in value])
        return copy
    if kind is _partial:
        return _partial(_sent(value.func, memo, process), *_sent(value.args, memo, process), **_sent(value.keywords, memo, process))
    if kind is _MethodType:
        return getattr(_sent(value.__self__, memo, process), value.__name__)
    if kind.__module__ == "__main__":
        _by_name(kind)
    return _copy.deepcopy(value, memo)


def _names_for(names, functions_of):
    """A copy of a namespace, on which its functions work. What runs code of the program's when it is copied, or goes, is shared."""
    copy = {}
    memo = {}
    for name, value in list(names.items()):
        copy[name] = value
        kind = type(value)
        if isinstance(value, _FunctionType) and value.__globals__ is functions_of:
            copy[name] = _function_in(value, copy)
        elif not (name.startswith("__") or hasattr(kind, "__del__") or hasattr(kind, "__deepcopy__") or hasattr(kind, "__copy__")):
            try:
                copy[name] = _copy.deepcopy(value, memo)
            except Exception:
                pass  # no process could be sent it, but a fork has it
    return copy


class _Fork:
    def __init__(self):
        self.main = vars(_sys.modules["__main__"])
        self.names = _names_for(self.main, self.main)


class _Process:
    """A worker's own names, which it gets with its first call."""

    def __init__(self, fork):
        self.main = fork.main
        self.names = _names_for(fork.names, fork.names)

    def own(self, function):
        if function.__globals__ is not self.main:
            return function
        found = self.names.get(function.__qualname__)
        return found if isinstance(found, _FunctionType) else _function_in(function, self.names)


class _Lost(Exception):
    """An answer that the program's side could not make anything of."""


def _exception_sent(error):
    """The exception as the program's side raises it, which cannot show where it came from but in words."""
    text = _exception_text(error)
    try:
        maker, args, *state = error.__reduce_ex__(4)
        args, *state = _sent((args, *state), {})
    except Exception as failed:
        error, text = failed, _exception_text(failed)
    else:
        try:
            error = maker(*args)
            if state and state[0]:
                error.__dict__.update(state[0])
        except Exception as failed:
            raise _Lost from failed
    error.__cause__ = _told_by(text)
    return error.with_traceback(None)


def _apart(process, fn, args, kwargs):
    """(result, None) or (None, exception) of a call in the process; its time has gone by."""
    result = error = None
    _begin_apart()
    try:
        result = _sent(fn(*args, **kwargs), {})
    except BaseException as failed:
        error = failed
    finally:
        ahead = _end_apart()
    if ahead > 0:
        _sleep(ahead)
    return result, error


class _ProcessWork(_Work):
    def __init__(self, pool, item):
        super().__init__(item.future, item.fn, item.args, item.kwargs)
        self.pool = pool

    def run(self):
        future, pool, thread = self.future, self.pool, _threading.current_thread()
        pool._taken()
        try:
            if thread._process is None:
                thread._process = _Process(pool._fork)
            call = _sent((self.fn, self.args, self.kwargs), {}, thread._process)
        except BaseException as error:
            error.__cause__ = _told_by(_exception_text(error))
            future.set_exception(error)
            return
        result, error = _apart(thread._process, *call)
        if error is None:
            future.set_result(result)
            return
        try:
            future.set_exception(_exception_sent(error))
        except _Lost:
            future.set_exception(BrokenProcessPool(pool._lost_words))
            pool._initializer_failed()
        finally:
            self = future = error = None


def _initialized(pool, thread):
    thread._process = _Process(pool._fork)
    fn, args = _sent((pool._initializer, pool._initargs), {}, thread._process)
    _, error = _apart(thread._process, fn, args, {})
    if error is not None:
        raise error


def _process_worker(the_pool, work, initializer, initargs):
    pool = the_pool()
    thread = _threading.current_thread()
    thread._process = None
    if pool._initializer is not None:
        try:
            _initialized(pool, thread)
        except BaseException as error:
            _log("Exception in initializer:", error)
            pool._initializer_failed()
            return
    without_initializer = pool._without_initializer
    _worker(lambda: without_initializer, work, None, ())


class _Plain:
    """What _worker asks of its pool, whose initializer has run."""

    def __init__(self, pool):
        self._pool = pool
        self._idle = pool._idle

    @property
    def _shutdown(self):
        return self._pool._shutdown

    @_shutdown.setter
    def _shutdown(self, value):
        self._pool._shutdown = value

    def _has_more(self):
        return self._pool._has_more()


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _chunks(iterables, size):
    rows = zip(*iterables)
    while chunk := tuple(_islice(rows, size)):
        yield chunk


class ProcessPoolExecutor(_Pool):
    _made = 0  # processes, of all pools
    _broken_class = BrokenProcessPool
    _broken_words = "A child process terminated abruptly, the process pool is not usable anymore"
    _lost_words = "A process in the process pool was terminated abruptly while the future was running or pending."

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
        self._fork = None
        self._pending = _deque()
        self._in_queue = 0

    def _add_workers(self):
        # A fork's children are all made before the first call (_safe_to_dynamically_spawn_children is false for them).
        if self._fork is None:
            self._fork = _Fork()
        while len(self._threads) < self._max_workers:
            ProcessPoolExecutor._made += 1
            self._start(f"Process-{ProcessPoolExecutor._made}", _process_worker)

    def _take_in(self, item):
        self._pending.append(item)
        self._feed()

    def _feed(self):
        """The queue to the processes holds one call more than there are of them; what is in it cannot be cancelled any more."""
        while self._pending and self._in_queue <= self._max_workers:
            item = self._pending.popleft()
            if item.future.set_running_or_notify_cancel():
                self._in_queue += 1
                self._work_queue.put(_ProcessWork(self, item))

    def _taken(self):
        self._in_queue -= 1
        self._feed()

    def _has_more(self):
        more = bool(self._pending)
        self._feed()
        return more

    def _take_what_is_left(self):
        if self._broken:
            for future in super()._take_what_is_left():
                yield future
        while self._pending:
            yield self._pending.popleft().future

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
