# What call_soon, call_later and call_at refuse; times in the past; equal times.
import asyncio


async def coroutine_function():
    pass


async def main():
    loop = asyncio.get_running_loop()
    attempts = [
        lambda: loop.call_soon(),
        lambda: loop.call_later(1),
        lambda: loop.call_later(None, print),
        lambda: loop.call_at(None, print),
        lambda: loop.call_later("1", print),
        lambda: loop.call_soon(print, key=1),
        lambda: loop.create_task(),
        lambda: loop.create_task(3),
        lambda: loop.create_task(coroutine_function),
        lambda: loop.set_exception_handler(3),
        lambda: loop.set_task_factory("x"),
        lambda: loop.run_forever(),
        lambda: loop.close(),
    ]
    for attempt in attempts:
        try:
            attempt()
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])
    coroutine = coroutine_function()
    try:
        loop.run_until_complete(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    order = []
    loop.call_at(-5, order.append, "past")
    loop.call_later(-1, order.append, "negative")
    loop.call_later(0, order.append, "zero")
    loop.call_at(loop.time(), order.append, "now")
    loop.call_soon(order.append, "soon")
    loop.call_later(1, order.append, "one")
    loop.call_at(1, order.append, "at one")
    await asyncio.sleep(1)
    print(order)


asyncio.run(main())
