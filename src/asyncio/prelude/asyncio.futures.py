# Futures of asyncio's tied to those of concurrent.futures. A concurrent future's callbacks run in the thread that ends it: what
# touches an asyncio future there goes through call_soon_threadsafe of its loop.

from asyncio import CancelledError, Future, InvalidStateError, isfuture
from asyncio.base_futures import _CANCELLED, _FINISHED, _PENDING


def _get_loop(future):
    return future.get_loop()


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    from concurrent.futures import Future as ConcurrentFuture
    assert isinstance(future, ConcurrentFuture), f"concurrent.futures.Future is expected, got {future!r}"
    if loop is None:
        from asyncio.events import get_event_loop
        loop = get_event_loop()
    made = loop.create_future()
    _chain_to_asyncio(future, made, loop)
    return made


def _as_asyncio_has_it(error):
    import concurrent.futures
    if type(error) is concurrent.futures.CancelledError:
        return CancelledError(*error.args)
    if type(error) is concurrent.futures.InvalidStateError:
        return InvalidStateError(*error.args)
    return error


def _as_concurrent_has_it(error):
    import concurrent.futures
    if type(error) is CancelledError:
        return concurrent.futures.CancelledError(*error.args)
    if type(error) is InvalidStateError:
        return concurrent.futures.InvalidStateError(*error.args)
    return error


def _named_as_one(*callbacks):
    for each in callbacks:
        each.__qualname__ = "_chain_future.<locals>." + each.__name__  # CPython has one function for both directions


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

    def _call_set_state(source):
        if destination.cancelled() and loop.is_closed():
            return
        loop.call_soon_threadsafe(copy)

    def _call_check_cancel(destination):
        if destination.cancelled():
            source.cancel()

    _named_as_one(_call_check_cancel, _call_set_state)
    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)


def _chain_to_concurrent(source, destination, loop):
    def _call_set_state(source):
        if source.cancelled():
            destination.cancel()
        if not destination.set_running_or_notify_cancel():
            return
        error = source.exception()
        if error is not None:
            destination.set_exception(_as_concurrent_has_it(error))
        else:
            destination.set_result(source.result())

    def _call_check_cancel(destination):
        if destination.cancelled():
            loop.call_soon_threadsafe(source.cancel)

    _named_as_one(_call_check_cancel, _call_set_state)
    destination.add_done_callback(_call_check_cancel)
    source.add_done_callback(_call_set_state)
