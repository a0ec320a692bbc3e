"""Plain functions in the pool of worker threads, so that the event loop goes on: 40 of them, first come first served.

The turns of the event loop that a call takes are those of anyio's run_sync (a checkpoint, the limiter's, the worker's answer): they
decide who prints first when several requests finish at one instant."""

import asyncio

from _prelude import parameters as _parameters

_COROUTINE = 8
_FunctionType = type(lambda: None)
WORKERS = 40


def is_async_callable(call):
    while type(call).__name__ == "partial" and hasattr(call, "func"):
        call = call.func
    if _is_coroutine_function(call):
        return True
    return callable(call) and not isinstance(call, type) and _is_coroutine_function(getattr(type(call), "__call__", None))


def _is_coroutine_function(call):
    call = getattr(call, "__func__", call)  # a bound method's
    return isinstance(call, _FunctionType) and bool(_parameters(call)[4] & _COROUTINE)


class _Worker:
    """A thread that waits for a call, makes it, and tells the loop."""

    def __init__(self, pool):
        import threading

        self.pool = pool
        self.work = None
        self.awake = threading.Lock()
        self.awake.acquire()
        self.thread = threading.Thread(target=self.run, name="AnyIO worker thread", daemon=True)
        self.thread.start()

    def run(self):
        pool = self.pool
        while True:
            self.awake.acquire()
            if self.work is None:
                return
            context, call, future = self.work
            self.work = None
            error = result = None
            if not future.cancelled():
                try:
                    result = context.run(call)
                except BaseException as caught:
                    error = caught
            if not pool.loop.is_closed():
                pool.loop.call_soon_threadsafe(_answer, self, future, result, error)
            del context, call, future, result, error


def _answer(worker, future, result, error):
    worker.pool.idle.append(worker)
    if not future.cancelled():
        if error is None:
            future.set_result(result)
        else:
            if isinstance(error, StopIteration):
                wrapped = RuntimeError("coroutine raised StopIteration")
                wrapped.__cause__ = error
                error = wrapped
            future.set_exception(error)


class Pool:
    """One loop's workers and the queue of those who wait for one."""

    def __init__(self, loop):
        self.loop = loop
        self.idle = []
        self.workers = []
        self.free = WORKERS
        self.waiting = []  # futures, in the order they came

    def end(self):
        """When the loop ends, so do its threads."""
        for worker in self.workers:
            worker.work = None
            worker.awake.release()

    async def run(self, call):
        import contextvars

        await asyncio.sleep(0)
        if self.free > 0 and not self.waiting:
            self.free -= 1
            await asyncio.sleep(0)
        else:
            turn = self.loop.create_future()
            self.waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn in self.waiting:
                    self.waiting.remove(turn)
                else:
                    self.give_back()
                raise
        try:
            if self.idle:
                worker = self.idle.pop()
            else:
                worker = _Worker(self)
                self.workers.append(worker)
            future = self.loop.create_future()
            worker.work = (contextvars.copy_context(), call, future)
            worker.awake.release()
            return await _shielded(future)
        finally:
            self.give_back()

    def give_back(self):
        self.free += 1
        while self.waiting:
            turn = self.waiting.pop(0)
            if not turn.done():
                self.free -= 1
                turn.set_result(None)
                return


_pools = {}  # by loop's id; a closed loop's is dropped when the next is made


def _pool_of(loop):
    found = _pools.get(id(loop))
    if found is None or found.loop is not loop:
        for key, pool in list(_pools.items()):
            if pool.loop.is_closed():
                del _pools[key]
        found = _pools[id(loop)] = Pool(loop)
    return found


async def run_in_threadpool(func, *args, **kwargs):
    if args or kwargs:
        return await _pool_of(asyncio.get_running_loop()).run(lambda: func(*args, **kwargs))
    return await _pool_of(asyncio.get_running_loop()).run(func)


class _StopInThread(Exception):
    pass


def _next(iterator):
    # Not next(): a generator that sleeps there would be set aside within a call from C++.
    for item in iterator:
        return item
    raise _StopInThread


async def iterate_in_threadpool(iterator):
    iterator = iter(iterator)
    while True:
        try:
            yield await run_in_threadpool(_next, iterator)
        except _StopInThread:
            break


async def run_until_first_complete(*args):
    await first_complete([(lambda func=func, kwargs=kwargs: func(**kwargs)) for func, kwargs in args])


# --- the part of anyio's task groups that Starlette's classes need ---

_shields = {}  # task -> the scope that waits to cancel it


async def _shielded(future):
    """Waits for a worker. A Scope's cancellation is delivered afterwards; a plain task.cancel() at once, as with anyio."""
    task = asyncio.current_task()
    _shields[task] = None
    try:
        return await future
    finally:
        scope = _shields.pop(task)
        if scope is not None:
            scope.deliver()


class Scope:
    """Cancels one task, and again whenever it waits, until it ends or leaves the scope (anyio's level-triggered cancellation)."""

    def __init__(self, task):
        self.task = task
        self.called = False
        self.calls = 0
        self.over = False
        self.handle = None

    def cancel(self):
        if not self.called:
            self.called = True
            self.deliver()

    def deliver(self):
        self.handle = None
        if self.over or self.task.done():
            return
        if self.task in _shields:
            _shields[self.task] = self
            return
        if self.task is not asyncio.current_task():
            self.calls += 1
            self.task.cancel()
        self.handle = asyncio.get_running_loop().call_soon(self.deliver)

    def leave(self):
        self.over = True
        if self.handle is not None:
            self.handle.cancel()
        while self.calls:
            self.calls -= 1
            if self.task.cancelling():
                self.task.uncancel()


async def _end_of(task):
    over = asyncio.get_running_loop().create_future()
    task.add_done_callback(lambda _: over.done() or over.set_result(None))
    await over


async def first_complete(functions):
    """Runs the functions at once, all but the last as tasks and the last in this one; the first that ends cancels the others."""
    host = asyncio.current_task()
    own = Scope(host)
    scopes = [own]
    failed = []

    def cancel_all():
        for scope in scopes:
            scope.cancel()

    async def run(function):
        try:
            await function()
        except asyncio.CancelledError:
            raise
        except BaseException as error:
            failed.append(error)
        cancel_all()

    tasks = []
    for function in functions[:-1]:
        task = asyncio.create_task(run(function))
        tasks.append(task)
        scopes.append(Scope(task))
    outside = None
    try:
        try:
            await functions[-1]()
            cancel_all()
        except asyncio.CancelledError as error:
            if not own.called:
                outside = error
                cancel_all()
        except BaseException as error:
            failed.append(error)
            cancel_all()
        own.leave()
        for task in tasks:
            while not task.done():
                try:
                    await _end_of(task)
                except asyncio.CancelledError as error:
                    outside = error
                    cancel_all()
    finally:
        for scope in scopes:
            scope.leave()
    if failed:
        raise failed[0]
    if outside is not None:
        raise outside
