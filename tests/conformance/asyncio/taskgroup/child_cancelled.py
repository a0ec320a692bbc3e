# A child that is cancelled alone is simply gone; the group goes on.
import asyncio


async def work(n):
    try:
        await asyncio.sleep(n)
        return n
    finally:
        print("leaves", n, asyncio.get_running_loop().time())


async def cancels_itself():
    asyncio.current_task().cancel("self")
    await asyncio.sleep(0)


async def raises_cancelled():
    raise asyncio.CancelledError("raised")


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work(3))
        second = group.create_task(work(4))
        group.create_task(cancels_itself())
        group.create_task(raises_cancelled())
        await asyncio.sleep(1)
        first.cancel()
    print(first.cancelled(), second.result(), asyncio.get_running_loop().time())
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(work(2))
            task.cancel()
            await task
    except asyncio.CancelledError as error:
        print("the await in the body raised", repr(error), asyncio.current_task().cancelling())


asyncio.run(main())
