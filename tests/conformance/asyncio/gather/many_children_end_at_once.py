# Children that end, fail and are cancelled in one turn: the first in order of completion decides, results keep their places.
import asyncio


async def child(n, seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error
    return n


def state(future):
    return "pending" if not future.done() else "cancelled" if future.cancelled() else future.exception() or future.result()


async def main():
    loop = asyncio.get_running_loop()
    for flag in (False, True):
        tasks = [loop.create_task(child(0, 1)), loop.create_task(child(1, 1, ValueError(1))), loop.create_task(child(2, 1, KeyError(2))),
                 loop.create_task(child(3, 2))]
        try:
            print(flag, await asyncio.gather(*tasks, return_exceptions=flag))
        except Exception as error:
            print(flag, repr(error))
        print([repr(state(task)) for task in tasks], loop.time())
        tasks = [loop.create_task(child(n, 1)) for n in range(3)]
        future = asyncio.gather(*tasks, return_exceptions=flag)
        future.add_done_callback(lambda f: print("callback", f.cancelled()))
        loop.call_later(1, tasks[2].cancel)
        loop.call_later(0.5, tasks[0].cancel, "first")
        try:
            print(flag, await future)
        except asyncio.CancelledError as error:
            print(flag, "cancelled", error.args)
        await asyncio.sleep(1)
        print([repr(state(task)) for task in tasks])
    empty = asyncio.gather()
    print(empty.done(), await empty, type(empty).__name__)
    inner = asyncio.gather(child(1, 1), child(2, 2))
    print(await asyncio.gather(inner, child(3, 1), return_exceptions=True))
    same = loop.create_task(child("same", 1))
    print(await asyncio.gather(same, same, child(4, 0), same))
    future = asyncio.gather(child(1, 1), child(2, 1))
    print(future.cancel(), future.cancel(), future.done())
    try:
        await future
    except asyncio.CancelledError as error:
        print("cancelled", error.args, future.cancelled())


asyncio.run(main())
