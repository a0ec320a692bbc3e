"""concurrent.futures: calls carried out by pools of threads, and what will come of them."""

import queue as _queue
import sys as _sys
import threading as _threading
from collections import namedtuple as _namedtuple
from time import monotonic as _monotonic
from weakref import ref as _ref

__all__ = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "BrokenExecutor", "Future", "Executor",
           "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_CPU_COUNT = 32  # of the simulated machine

_PENDING = "PENDING"
_RUNNING = "RUNNING"
_CANCELLED = "CANCELLED"
_NOTIFIED = "CANCELLED_AND_NOTIFIED"  # cancelled, and the pool has come upon it
_FINISHED = "FINISHED"
_SHOWN = {_PENDING: "pending", _RUNNING: "running", _CANCELLED: "cancelled", _NOTIFIED: "cancelled", _FINISHED: "finished"}


class _Error(Exception):
    pass


class CancelledError(_Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(_Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class BrokenThreadPool(BrokenExecutor):
    pass


for _class in (CancelledError, InvalidStateError, BrokenExecutor):
    _class.__module__ = "concurrent.futures._base"
BrokenThreadPool.__module__ = "concurrent.futures.thread"


def _log(message, error):
    from _prelude import exception_text

    print(f"{message}\n{exception_text(error)}", file=_sys.stderr, end="")


class Future:
    def __init__(self):
        self._condition = _threading.Condition()
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            shown = _SHOWN[self._state]
            if self._state == _FINISHED:
                if self._exception:
                    shown += f" raised {type(self._exception).__name__}"
                else:
                    shown += f" returned {type(self._result).__name__}"
            return f"<{type(self).__name__} at {id(self):#x} state={shown}>"

    def _is_over(self):
        return self._state in (_CANCELLED, _NOTIFIED, _FINISHED)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            _log(f"exception calling callback for {self!r}", error)

    def cancel(self):
        with self._condition:
            if self._state in (_RUNNING, _FINISHED):
                return False
            if self._state in (_CANCELLED, _NOTIFIED):
                return True
            self._state = _CANCELLED
            self._condition.notify_all()
        for callback in self._done_callbacks:
            self._call(callback)
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (_CANCELLED, _NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == _RUNNING

    def done(self):
        with self._condition:
            return self._is_over()

    def add_done_callback(self, fn):
        with self._condition:
            if not self._is_over():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _wait_until_over(self, timeout):
        if not self._is_over():
            self._condition.wait(timeout)
        if self._state in (_CANCELLED, _NOTIFIED):
            raise CancelledError()
        if self._state != _FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        try:
            with self._condition:
                self._wait_until_over(timeout)
                if self._exception:
                    raise self._exception
                return self._result
        finally:
            self = None  # else the exception's traceback would hold the future that holds the exception

    def exception(self, timeout=None):
        with self._condition:
            self._wait_until_over(timeout)
            return self._exception

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == _CANCELLED:
                self._state = _NOTIFIED
                for waiter in self._waiters:
                    waiter.add(self, False)
                return False
            if self._state == _PENDING:
                self._state = _RUNNING
                return True
            print(f"Future {id(self)} in unexpected state: {self._state}", file=_sys.stderr)
            raise RuntimeError("Future in unexpected state")

    def _finish(self, result, exception):
        with self._condition:
            if self._is_over():
                raise InvalidStateError(f"{self._state}: {self!r}")
            self._result = result
            self._exception = exception
            self._state = _FINISHED
            for waiter in self._waiters:
                waiter.add(self, exception is not None)
            self._condition.notify_all()
        for callback in self._done_callbacks:
            self._call(callback)

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    @classmethod
    def __class_getitem__(cls, item):
        from _prelude import generic_alias

        return generic_alias(cls, item)


Future.__module__ = "concurrent.futures._base"


# --- waiting for several ---


class _Waiter:
    """Collects futures as they end; its event is set when `wanted` have, or one has failed and `fails` says that this is enough."""

    def __init__(self, wanted, fails):
        self.event = _threading.Event()
        self.wanted = wanted
        self.fails = fails
        self.ended = []

    def add(self, future, failed):
        self.ended.append(future)
        self.wanted -= 1
        if self.wanted <= 0 or (failed and self.fails):
            self.event.set()


def _split(futures):
    """Those that are over, and the rest. One that is cancelled is over when its pool has come upon it."""
    done, rest = [], []
    for future in futures:
        (done if future._state in (_NOTIFIED, _FINISHED) else rest).append(future)
    return done, rest


def _forget(futures, waiter):
    for future in futures:
        if waiter in future._waiters:
            future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    if timeout is not None:
        end = _monotonic() + timeout
    fs = list(dict.fromkeys(fs))
    done, pending = _split(fs)
    waiter = _Waiter(1, False)
    for future in pending:
        future._waiters.append(waiter)
    total, left = len(fs), len(pending)
    fs = None
    try:
        while done:
            yield done.pop(0)
        while left:
            wait_for = None
            if timeout is not None:
                wait_for = round(end - _monotonic(), 9)
                if wait_for <= 0:
                    raise TimeoutError(f"{left} (of {total}) futures unfinished")
            waiter.event.wait(wait_for)
            ended, waiter.ended = waiter.ended, []
            waiter.event.clear()
            ended.reverse()
            while ended:
                future = ended.pop()
                pending.remove(future)
                future._waiters.remove(waiter)
                left -= 1
                yield future
                future = None
    finally:
        _forget(pending, waiter)


DoneAndNotDoneFutures = _namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done, rest = _split(fs)
    enough = not rest
    if return_when == FIRST_COMPLETED and done:
        enough = True
    elif return_when == FIRST_EXCEPTION:
        enough = enough or any([not future.cancelled() and future.exception() is not None for future in done])
    if enough:
        return DoneAndNotDoneFutures(set(done), set(rest))
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    waiter = _Waiter(1 if return_when == FIRST_COMPLETED else len(rest), return_when == FIRST_EXCEPTION)
    for future in rest:
        future._waiters.append(waiter)
    waiter.event.wait(timeout)
    _forget(rest, waiter)
    done = set(done)
    done.update(waiter.ended)
    return DoneAndNotDoneFutures(done, fs - done)


# --- pools ---


def _result_or_cancel(future, timeout=None):
    try:
        return future.result(timeout)
    finally:
        future.cancel()
        future = None


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if timeout is not None:
            end = _monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    if timeout is None:
                        yield _result_or_cancel(futures.pop())
                    else:
                        yield _result_or_cancel(futures.pop(), round(end - _monotonic(), 9))
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


Executor.__module__ = "concurrent.futures._base"

_queues = {}  # of every thread of every pool
_interpreter_ends = False


def _at_interpreter_end():
    global _interpreter_ends
    _interpreter_ends = True
    threads = list(_queues.items())
    for _, work in threads:
        work.put(None)
    for thread, _ in threads:
        thread.join()


_threading._register_atexit(_at_interpreter_end)


class _Work:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None  # the exception's traceback would hold its own future
        else:
            self.future.set_result(result)


def _worker(the_pool, work, initializer, initargs):
    """`the_pool()` is None when nobody holds the pool any more: its workers end, once they have done what was handed in."""
    try:
        if initializer is not None:
            try:
                initializer(*initargs)
            except BaseException as error:
                _log("Exception in initializer:", error)
                pool = the_pool()
                if pool is not None:
                    pool._initializer_failed()
                return
        while True:
            item = work.get()
            if item is not None:
                item.run()
                item = None
                pool = the_pool()
                if pool is not None:
                    pool._idle.release()
                pool = None
                continue
            pool = the_pool()
            if _interpreter_ends or pool is None or pool._shutdown:
                if pool is not None:
                    pool._shutdown = True
                more = pool is not None and pool._has_more()
                work.put(None)  # for the next of them
                if not more:
                    return
            pool = None
    except BaseException as error:
        _log("Exception in worker", error)
    finally:
        _queues.pop(_threading.current_thread(), None)


class _Pool(Executor):
    """What pools of threads and of processes have in common: workers that take from one queue."""

    def _make(self, max_workers, initializer, initargs):
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = _queue.SimpleQueue()
        self._idle = _threading.Semaphore(0)
        self._threads = set()
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = _threading.Lock()
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise self._broken_class(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _interpreter_ends:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = Future()
            self._take_in(_Work(future, fn, args, kwargs))
            self._add_workers()
            return future

    def _take_in(self, item):
        self._work_queue.put(item)

    def _has_more(self):
        """Whether there is work that is not in the queue yet; some of it is, then."""
        return False

    def _reference(self):
        """How a worker comes to the pool."""
        return lambda: self

    def _start(self, name, target):
        work = self._work_queue
        thread = _threading.Thread(name=name, target=target, args=(self._reference(), work, self._initializer, self._initargs))
        thread.start()
        self._threads.add(thread)
        _queues[thread] = self._work_queue

    def _take_what_is_left(self):
        while True:
            try:
                item = self._work_queue.get_nowait()
            except _queue.Empty:
                return
            if item is not None:
                yield item.future

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = self._broken_words
            for future in self._take_what_is_left():
                future.set_exception(self._broken_class(self._lost_words or self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for future in self._take_what_is_left():
                    future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()


class ThreadPoolExecutor(_Pool):
    _pools = 0
    _broken_class = BrokenThreadPool
    _broken_words = "A thread initializer failed, the thread pool is not usable anymore"
    _lost_words = None

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _CPU_COUNT + 4)
        self._make(max_workers, initializer, initargs)
        if not thread_name_prefix:
            # Only the nameless are counted.
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._pools}"
            ThreadPoolExecutor._pools += 1
        self._thread_name_prefix = thread_name_prefix

    def _reference(self):
        return _ref(self, lambda gone, work=self._work_queue: work.put(None))

    def _add_workers(self):
        if self._idle.acquire(timeout=0):
            return
        count = len(self._threads)
        if count < self._max_workers:
            self._start(f"{self._thread_name_prefix or self}_{count}", _worker)


ThreadPoolExecutor.__module__ = "concurrent.futures.thread"


from concurrent.futures.process import ProcessPoolExecutor  # noqa: E402  (it is made of what stands above)
