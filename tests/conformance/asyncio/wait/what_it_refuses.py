# Nothing to wait for, coroutines, one future instead of many, a wrong mode; complaints come at the await.
import asyncio


async def work():
    pass


async def main():
    coroutine = work()
    task = asyncio.create_task(asyncio.sleep(0))
    attempts = [
        lambda: asyncio.wait([]),
        lambda: asyncio.wait(set()),
        lambda: asyncio.wait([coroutine]),
        lambda: asyncio.wait(coroutine),
        lambda: asyncio.wait(task),
        lambda: asyncio.wait([task], return_when="FIRST"),
        lambda: asyncio.wait([1, 2]),
        lambda: asyncio.wait(3),
        lambda: asyncio.wait(x for x in ()),
    ]
    for attempt in attempts:
        waiting = attempt()
        try:
            await waiting
        except (TypeError, ValueError, AttributeError, AssertionError) as error:
            print(type(error).__name__, error)
    coroutine.close()
    for wrong in (lambda: asyncio.wait(), lambda: asyncio.wait([task], 1), lambda: asyncio.wait([task], time=1)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    done, pending = await asyncio.wait((t for t in [task, task]))
    print(len(done), len(pending))


asyncio.run(main())
