# What gather takes: nothing, the same twice, awaitables, a list by mistake, and what it refuses.
import asyncio


class Waits:
    def __await__(self):
        yield from asyncio.sleep(1, "awaitable").__await__()
        return "made by hand"


async def work(n):
    print("start", n)
    await asyncio.sleep(0)
    return n


async def main():
    print(await asyncio.gather())
    task = asyncio.create_task(work(1))
    coroutine = work(2)
    print(await asyncio.gather(task, coroutine, task, coroutine, Waits(), asyncio.sleep(0, "s")))
    for wrong in ([work(3), work(4)], 5, "text", None):
        try:
            await asyncio.gather(wrong)
        except TypeError as error:
            print(error)
        if isinstance(wrong, list):
            for each in wrong:
                each.close()
    try:
        await asyncio.gather(work(6), 7)
    except TypeError as error:
        print(error)
    await asyncio.sleep(0)
    print(isinstance(asyncio.gather(), asyncio.Future), asyncio.gather().done())
    try:
        asyncio.gather(return_exception=True)
    except TypeError as error:
        print(error)


asyncio.run(main())
