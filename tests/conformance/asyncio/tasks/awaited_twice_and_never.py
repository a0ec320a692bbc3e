# A coroutine can be awaited once; a task as often as one likes, also by many at once.
import asyncio


async def work():
    await asyncio.sleep(1)
    return object()


async def main():
    coroutine = work()
    task = asyncio.create_task(coroutine)
    results = await asyncio.gather(*(asyncio.wait_for(task, 5) for _ in range(3)), task)
    print(len({id(result) for result in results}))
    print(await task is await task)
    for again in (coroutine, coroutine):
        try:
            await again
        except RuntimeError as error:
            print(error)
    other = work()
    first = asyncio.create_task(other)
    await asyncio.sleep(0)
    try:
        await other
    except RuntimeError as error:
        print(error)
    second = asyncio.create_task(other)
    try:
        await second
    except RuntimeError as error:
        print(error)
    print(first.done(), second.done())


asyncio.run(main())
