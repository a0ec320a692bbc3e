# The loop's own exception handler: what it is told for callbacks, tasks and by hand.
import asyncio


def handler(loop, context):
    shown = {key: (repr(value) if key in ("message", "exception") else type(value).__name__) for key, value in sorted(context.items())}
    print("handler:", shown)


async def fails():
    raise KeyError("task")


def bad_callback():
    raise ValueError("callback")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(bad_callback)
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    future = loop.create_future()
    future.set_exception(OSError("future"))
    del future
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    gathered = asyncio.gather(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del gathered
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
