# What of asyncio is easier to say in Python. The semantics are CPython 3.11's: which step is a coroutine, which a
# callback, and in what order they are scheduled shows in every program's output, so all of that is kept as it is there.

from _thread import get_ident as _get_ident

ALL_COMPLETED = "ALL_COMPLETED"
FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


QueueEmpty.__module__ = QueueFull.__module__ = "asyncio.queues"


def new_event_loop():
    return _EventLoop()


_policy_loops = {}  # each thread's, by its number


def set_event_loop(loop):
    _policy_loops[_get_ident()] = loop


def get_event_loop():
    running = _get_running_loop()
    if running is not None:
        return running
    thread = _get_ident()
    loop = _policy_loops.get(thread)
    if loop is None:
        if thread != 1:  # only the main thread is given one
            import threading

            raise RuntimeError(f"There is no current event loop in thread {threading.current_thread().name!r}.")
        loop = _policy_loops[thread] = new_event_loop()
    return loop


def all_tasks(loop=None):
    return set(_all_tasks(loop))


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name)


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
    if loop is None:
        loop = get_event_loop()
    return loop.create_task(coro_or_future)


async def _wrap_awaitable(awaitable):
    return await awaitable


class _BareYield:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _BareYield()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    _label(future, f"sleep {delay}")
    timer = loop.call_later(delay, _finish_sleep, future, result)
    try:
        return await future
    finally:
        timer.cancel()


class _GatheringFuture(Future):
    """Cancelling it cancels the children; it is over when they are."""

    def __init__(self, children, *, loop=None):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        any_cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                any_cancelled = True
        if any_cancelled:
            self._cancel_requested = True
        return any_cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        empty = get_event_loop().create_future()
        empty.set_result([])
        return empty

    finished = 0
    total = 0
    lane = None
    outer = None
    children = []
    future_of = {}

    def child_done(child):
        nonlocal finished
        finished += 1
        _note_gather_child(lane, child, finished)
        if outer is None or outer.done():
            if not child.cancelled():
                child.exception()  # looked at: nobody complains that it was not
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(_make_cancelled_error(child))
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == total:
            results = []
            for each in children:
                if each.cancelled():
                    message = _cancel_message(each)
                    results.append(CancelledError("" if message is None else message))
                    continue
                error = each.exception()
                results.append(each.result() if error is None else error)
            if outer._cancel_requested:
                outer.set_exception(_make_cancelled_error(child))
            else:
                outer.set_result(results)

    loop = None
    for awaitable in coros_or_futures:
        if awaitable in future_of:
            children.append(future_of[awaitable])
            continue
        future = ensure_future(awaitable, loop=loop)
        if loop is None:
            loop = future.get_loop()
        total += 1
        future_of[awaitable] = future
        future.add_done_callback(child_done)
        children.append(future)

    outer = _GatheringFuture(children, loop=loop)
    _label(outer, f"gather of {len(children)}")
    lane = _note_gather(children)
    return outer


# --- running ---


def _stop_when_done(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return  # it leaves the loop by itself
    future.get_loop().stop()


def _run_until_complete(self, future):
    is_new = not isfuture(future)
    future = ensure_future(future, loop=self)
    future.add_done_callback(_stop_when_done)
    try:
        self.run_forever()
    except:
        if is_new and future.done() and not future.cancelled():
            future.exception()
        raise
    finally:
        future.remove_done_callback(_stop_when_done)
    if not future.done():
        raise RuntimeError("Event loop stopped before Future completed.")
    return future.result()


async def _shutdown_asyncgens(self):
    return None


def _threads():
    import _asyncio_threads

    return _asyncio_threads


async def _shutdown_default_executor(self):
    self._executor_shutdown_called = True
    executor = getattr(self, "_default_executor", None)
    if executor is not None:
        await _threads().shut_down(self, executor)


def _run_in_executor(self, executor, func, *args):
    return _threads().run_in_executor(self, executor, func, *args)


def _set_default_executor(self, executor):
    _threads().set_default_executor(self, executor)


async def to_thread(func, /, *args, **kwargs):
    return await _threads().to_thread(func, args, kwargs)


def wrap_future(future, *, loop=None):
    return _threads().wrap_future(future, loop=loop)


def run_coroutine_threadsafe(coro, loop):
    return _threads().run_coroutine_threadsafe(coro, loop)


_add_method(_EventLoop, "run_until_complete", _run_until_complete)
_add_method(_EventLoop, "shutdown_asyncgens", _shutdown_asyncgens)
_add_method(_EventLoop, "shutdown_default_executor", _shutdown_default_executor)
_add_method(_EventLoop, "run_in_executor", _run_in_executor)
_add_method(_EventLoop, "set_default_executor", _set_default_executor)


def _cancel_all_tasks(loop):
    left_over = _all_tasks(loop)
    if not left_over:
        return
    for task in left_over:
        task.cancel()
    loop._quiet(True)
    loop.run_until_complete(gather(*left_over, return_exceptions=True))
    for task in left_over:
        if task.cancelled():
            continue
        if task.exception() is not None:
            _report_shutdown_error(loop, task)


def _report_shutdown_error(loop, task):
    handler = loop.get_exception_handler()
    context = {"message": "unhandled exception during asyncio.run() shutdown", "exception": task.exception(), "task": task}
    if handler is not None:
        handler(loop, context)
    else:
        _log_error(context["message"], context["exception"], task)


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._closed = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        if self._loop is None or self._closed:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop._quiet(True)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._lazy_init()
        task = self._loop.create_task(coro)
        return self._loop.run_until_complete(task)

    def _lazy_init(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            self._loop = new_event_loop() if self._loop_factory is None else self._loop_factory()
            if self._loop_factory is None:
                set_event_loop(self._loop)
            if self._debug is not None:
                self._loop.set_debug(self._debug)


def run(main, *, debug=None):
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)
