# What is called what: functions of asyncio and of its loop in messages, callbacks that are partials, a star import, suggestions.
from asyncio import *
import asyncio
import functools


def tried(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def done(number, future):
    pass


print("sleep" in globals(), "TaskGroup" in globals(), "Queue" in globals(), "run" in globals())


async def generator():
    yield 1


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    for awaited in (sleep, queue.get, asyncio.gather, loop.stop, asyncio.Event().wait):
        try:
            await awaited
        except TypeError as error:
            print(error)
    for call in (
        lambda: loop.stop(1),
        lambda: loop.set_debug(),
        lambda: loop.set_debug(True, 2),
        lambda: loop.is_running(x=1),
        lambda: loop.create_future(3),
        lambda: loop.run_in_executor(),
        lambda: loop.run_until_complete(),
        lambda: loop.set_exception_handler(),
        lambda: loop.call_exception_handler(),
        lambda: loop.set_task_factory(),
        lambda: loop.close(1),
        lambda: loop.call_soon(),
        lambda: loop.call_later(1),
        lambda: asyncio.isfuture(),
        lambda: asyncio.iscoroutine(1, 2),
        lambda: asyncio.gather(*generator()),
        lambda: asyncio.gather(*main),
        lambda: asyncio.sleep(**3),
        lambda: [*generator()],
        lambda: print(*generator()),
        lambda: queue.put(*5),
    ):
        tried(call)
    for name in "sleeep", "gathr", "Taskgroup", "create_tasks", "TimeoutErorr":
        tried(lambda: getattr(asyncio, name))
    future = loop.create_future()
    future.add_done_callback(functools.partial(done, 1))
    print(repr(future).split("cb=")[1].split(" at ")[0])
    print(asyncio.sleep.__module__, asyncio.iscoroutine.__module__, asyncio.isfuture.__module__, asyncio.gather.__module__)
    handle = loop.call_soon(functools.partial(print, "a", end="\n"), 1)
    print(handle)
    loop.set_debug(True)
    timer = loop.call_later(1, print, "x")
    timer.cancel()
    print(repr(timer).split(" when")[0], handle.cancelled())
    result = []
    await asyncio.to_thread(lambda: tried(lambda: loop.call_soon(print)))
    loop.set_debug(False)
    await asyncio.to_thread(lambda: tried(lambda: type(loop.call_soon(print, end="")).__name__))


asyncio.run(main())
