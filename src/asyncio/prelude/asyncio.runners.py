from contextvars import copy_context
from asyncio import _all_tasks_in_order, _get_running_loop, gather, iscoroutine
from asyncio.events import new_event_loop, set_event_loop

_CREATED, _INITIALIZED, _CLOSED = "created", "initialized", "closed"


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._set_event_loop = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        if self._state is not _INITIALIZED:
            return
        try:
            loop = self._loop
            _cancel_all_tasks(loop)
            _run_unseen(loop, loop.shutdown_asyncgens())
            _run_unseen(loop, loop.shutdown_default_executor())
        finally:
            if self._set_event_loop:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = _CLOSED

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._lazy_init()
        task = self._loop.create_task(coro, context=self._context if context is None else context)
        return self._loop.run_until_complete(task)

    def _lazy_init(self):
        if self._state is _CLOSED:
            raise RuntimeError("Runner is closed")
        if self._state is _INITIALIZED:
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            if not self._set_event_loop:
                set_event_loop(self._loop)
                self._set_event_loop = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()
        self._state = _INITIALIZED


def run(main, *, debug=None):
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug) as runner:
        return runner.run(main)


def _run_unseen(loop, coro):
    """The loop's own housekeeping: its task has a number as any other, but no lane on the picture."""
    if _get_running_loop() is not None:
        loop.run_until_complete(coro)  # which says that it cannot, before there is a task
    quiet = getattr(loop, "_quiet", lambda flag: None)
    quiet(True)
    try:
        task = loop.create_task(coro)
    finally:
        quiet(False)
    loop.run_until_complete(task)


def _cancel_all_tasks(loop):
    left_over = _all_tasks_in_order(loop)
    if not left_over:
        return
    for task in left_over:
        task.cancel()
    loop.run_until_complete(gather(*left_over, return_exceptions=True))
    for task in left_over:
        if task.cancelled():
            continue
        if task.exception() is not None:
            loop.call_exception_handler({
                "message": "unhandled exception during asyncio.run() shutdown",
                "exception": task.exception(),
                "task": task,
            })
