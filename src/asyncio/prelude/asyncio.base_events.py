# The loop's methods that are easier to say in Python; C++ calls them (loop_methods.cpp).

from asyncio import SelectorEventLoop as BaseEventLoop
from asyncio import _log_destroy_pending, _get_running_loop, ensure_future, gather, iscoroutine, iscoroutinefunction, isfuture


def _run_until_complete_cb(future):
    if not future.cancelled():
        error = future.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return  # it leaves the loop by itself
    future.get_loop().stop()


def run_until_complete(self, future):
    if self.is_closed():
        raise RuntimeError("Event loop is closed")
    if self.is_running():
        raise RuntimeError("This event loop is already running")
    if _get_running_loop() is not None:
        raise RuntimeError("Cannot run the event loop while another loop is running")
    is_new = not isfuture(future)
    future = ensure_future(future, loop=self)
    if is_new:
        _log_destroy_pending(future, False)
    future.add_done_callback(_run_until_complete_cb)
    try:
        self.run_forever()
    except:
        if is_new and future.done() and not future.cancelled():
            future.exception()  # the caller has no other way to look at it
        raise
    finally:
        future.remove_done_callback(_run_until_complete_cb)
    if not future.done():
        raise RuntimeError("Event loop stopped before Future completed.")
    return future.result()


async def shutdown_asyncgens(self):
    generators = self._take_asyncgens()
    if not generators:
        return
    results = await gather(*[generator.aclose() for generator in generators], return_exceptions=True)
    for result, generator in zip(results, generators):
        if isinstance(result, Exception):
            self.call_exception_handler({
                "message": f"an error occurred during closing of asynchronous generator {generator!r}",
                "exception": result,
                "asyncgen": generator,
            })


def _check_default_executor(loop):
    if getattr(loop, "_executor_shutdown_called", False):
        raise RuntimeError("Executor shutdown has been called")


def run_in_executor(self, executor, func, *args):
    from asyncio.futures import wrap_future
    if self.is_closed():
        raise RuntimeError("Event loop is closed")
    if self.get_debug():
        _check_callback(func, "run_in_executor")
    if executor is None:
        executor = getattr(self, "_default_executor", None)
        _check_default_executor(self)
        if executor is None:
            from concurrent.futures import ThreadPoolExecutor
            executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
    return wrap_future(executor.submit(func, *args), loop=self)


def _check_callback(callback, method):
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError(f"coroutines cannot be used with {method}()")
    if not callable(callback):
        raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")


def set_default_executor(self, executor):
    from concurrent.futures import ThreadPoolExecutor
    if not isinstance(executor, ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
    self._default_executor = executor  # the threads of the one before end with it


async def shutdown_default_executor(self):
    self._executor_shutdown_called = True
    executor = getattr(self, "_default_executor", None)
    if executor is None:
        return
    import threading
    future = self.create_future()
    thread = threading.Thread(target=_shut_down, args=(self, executor, future))
    thread.start()
    try:
        await future
    finally:
        thread.join()


for _method in run_until_complete, shutdown_asyncgens, run_in_executor, set_default_executor, shutdown_default_executor:
    _method.__qualname__ = "BaseEventLoop." + _method.__name__


def _shut_down(loop, executor, future):
    """In a thread of its own: it waits for those of the pool."""
    try:
        executor.shutdown(wait=True)
        if not loop.is_closed():
            loop.call_soon_threadsafe(future.set_result, None)
    except Exception as error:
        if not loop.is_closed():
            loop.call_soon_threadsafe(future.set_exception, error)


def __getattr__(name):
    if name == "Server":
        from asyncio.selector_events import Server
        return Server
    raise AttributeError(f"module 'asyncio.base_events' has no attribute {name!r}")
