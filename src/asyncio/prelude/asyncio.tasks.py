# What of tasks is easier to say in Python; the rest is C++ (task.cpp, gather.cpp, wait.cpp, sleep.cpp).

from asyncio import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Queue, Task, TimeoutError, _GatheringFuture, all_tasks, create_task, current_task,
    ensure_future, gather, iscoroutine, isfuture, shield, sleep, wait,
)
from asyncio.events import get_event_loop as _get_event_loop


async def wait_for(fut):
    return await fut  # wait_for(fut, None)


async def _wrap_awaitable(awaitable):
    return await awaitable


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    done = Queue()
    loop = _get_event_loop()
    todo = list(dict.fromkeys([ensure_future(f, loop=loop) for f in dict.fromkeys(fs)]))
    timeout_handle = None

    def _on_timeout():
        for future in todo:
            future.remove_done_callback(_on_completion)
            done.put_nowait(None)
        todo.clear()

    def _on_completion(future):
        if not todo:
            return  # the timeout was first
        todo.remove(future)
        done.put_nowait(future)
        if not todo and timeout_handle is not None:
            timeout_handle.cancel()

    async def _wait_for_one():
        future = await done.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(_on_completion)
    if todo and timeout is not None:
        timeout_handle = loop.call_later(timeout, _on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    from concurrent.futures import Future
    from asyncio.futures import _chain_to_concurrent
    future = Future()

    def callback():
        try:
            _chain_to_concurrent(ensure_future(coro, loop=loop), future, loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(callback)
    return future


def __getattr__(name):
    import asyncio
    return getattr(asyncio, name)
