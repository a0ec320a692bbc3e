# Where asyncio meets threads: calls in pools, and futures of one kind tied to those of the other. Loaded by the first use, so that a
# program without threads pays nothing. A concurrent future's callbacks run in the thread that ends it; all that touches an asyncio
# future goes through call_soon_threadsafe of its loop.

import asyncio
import concurrent.futures
import contextvars


def _check_default_executor(loop):
    if getattr(loop, "_executor_shutdown_called", False):
        raise RuntimeError("Executor shutdown has been called")


def run_in_executor(loop, executor, func, *args):
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")
    if executor is None:
        executor = getattr(loop, "_default_executor", None)
        _check_default_executor(loop)
        if executor is None:
            executor = loop._default_executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
    return wrap_future(executor.submit(func, *args), loop=loop)


def set_default_executor(loop, executor):
    if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
    loop._default_executor = executor


async def shut_down(loop, executor):
    import threading

    future = loop.create_future()

    def _do_shutdown(future):
        try:
            executor.shutdown(wait=True)
            if not loop.is_closed():
                loop.call_soon_threadsafe(future.set_result, None)
        except Exception as error:
            if not loop.is_closed():
                loop.call_soon_threadsafe(future.set_exception, error)

    thread = threading.Thread(target=_do_shutdown, args=(future,))
    thread.start()
    try:
        await future
    finally:
        thread.join()


async def to_thread(func, args, kwargs):
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))


def wrap_future(future, *, loop=None):
    if asyncio.isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), f"concurrent.futures.Future is expected, got {future!r}"
    if loop is None:
        loop = asyncio.get_event_loop()
    made = loop.create_future()
    _chain_to_asyncio(future, made, loop)
    return made


def _as_asyncio_has_it(error):
    if type(error) is concurrent.futures.CancelledError:
        return asyncio.CancelledError(*error.args)
    if type(error) is concurrent.futures.InvalidStateError:
        return asyncio.InvalidStateError(*error.args)
    return error


def _as_concurrent_has_it(error):
    if type(error) is asyncio.CancelledError:
        return concurrent.futures.CancelledError(*error.args)
    if type(error) is asyncio.InvalidStateError:
        return concurrent.futures.InvalidStateError(*error.args)
    return error


def _chain_to_asyncio(source, destination, loop):
    def copy():
        if destination.cancelled():
            return
        if source.cancelled():
            destination.cancel()
            return
        error = source.exception()
        if error is not None:
            destination.set_exception(_as_asyncio_has_it(error))
        else:
            destination.set_result(source.result())

    def source_is_over(source):
        if not loop.is_closed():
            loop.call_soon_threadsafe(copy)

    def destination_is_over(destination):
        if destination.cancelled():
            source.cancel()

    destination.add_done_callback(destination_is_over)
    source.add_done_callback(source_is_over)


def _chain_to_concurrent(source, destination, loop):
    def source_is_over(source):
        if source.cancelled():
            destination.cancel()
        if not destination.set_running_or_notify_cancel():
            return
        error = source.exception()
        if error is not None:
            destination.set_exception(_as_concurrent_has_it(error))
        else:
            destination.set_result(source.result())

    def destination_is_over(destination):
        if destination.cancelled():
            loop.call_soon_threadsafe(source.cancel)

    destination.add_done_callback(destination_is_over)
    source.add_done_callback(source_is_over)


def run_coroutine_threadsafe(coro, loop):
    if not asyncio.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def callback():
        try:
            _chain_to_concurrent(asyncio.ensure_future(coro, loop=loop), future, loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future
