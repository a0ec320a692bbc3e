# What an exception handler is given for each kind of trouble: keys in order, messages, and what the loop does after it.
import asyncio


def handler(loop, context):
    print("handler:", context["message"].split(" at 0x")[0], sorted(context), repr(context.get("exception")))


async def fails():
    raise ValueError("task")


async def waits_for_ever():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    loop.call_later(0.1, int, "x")
    await asyncio.sleep(0.2)
    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    future = loop.create_future()
    future.set_exception(KeyError("future"))
    del future
    future = loop.create_future()
    future.add_done_callback(lambda f: [][0])
    future.set_result(1)
    await asyncio.sleep(0)
    task = asyncio.create_task(waits_for_ever())
    await asyncio.sleep(0)
    waiting = task.get_coro()
    task._log_destroy_pending = True
    del task, waiting
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "own", "extra": 1})
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
