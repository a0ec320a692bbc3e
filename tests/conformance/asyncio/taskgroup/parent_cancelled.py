# The parent is cancelled while it waits, in the body, and while children clean up.
import asyncio


async def child(n, cleanup=0, error=None):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        await asyncio.sleep(cleanup)
        print("child", n, "cleaned up")
        if error:
            raise error
        raise


async def parent(body, **options):
    async with asyncio.TaskGroup() as group:
        group.create_task(child(5, **options))
        group.create_task(child(6))
        if body:
            await asyncio.sleep(10)


async def main():
    loop = asyncio.get_running_loop()
    for body in (True, False):
        for options in ({}, {"cleanup": 1}, {"error": ValueError("x")}):
            task = asyncio.create_task(parent(body, **options))
            await asyncio.sleep(1)
            start = loop.time()
            task.cancel("from outside")
            try:
                await task
            except asyncio.CancelledError as error:
                print(body, options, "cancelled", error.args, loop.time() - start, task.cancelling())
            except BaseExceptionGroup as error:
                print(body, options, repr(error), loop.time() - start, task.cancelling())
    task = asyncio.create_task(parent(True, cleanup=2))
    await asyncio.sleep(1)
    task.cancel("one")
    await asyncio.sleep(1)
    task.cancel("two")
    await asyncio.wait([task])
    print(task.cancelled(), task.cancelling(), loop.time())


asyncio.run(main())
