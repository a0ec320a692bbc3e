# A child fails in the turn in which the parent is cancelled; both orders.
import asyncio


async def failing(n):
    await asyncio.sleep(n)
    raise ValueError("child")


async def parent(log):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing(2))
            await asyncio.sleep(10)
    except BaseException as error:
        log.append(f"{error!r} cancelling={asyncio.current_task().cancelling()}")
        raise


async def main():
    loop = asyncio.get_running_loop()
    for delay in (1.999, 2, 2.001):
        log = []
        if delay == 2:
            task = asyncio.create_task(parent(log))
            loop.call_later(delay, task.cancel, "outside")
        else:
            task = asyncio.create_task(parent(log))
            loop.call_later(delay, lambda: loop.call_soon(task.cancel, "outside"))
        try:
            await task
        except BaseException as error:
            print(delay, log, repr(error))
        await asyncio.sleep(3)
    log = []
    task = asyncio.create_task(parent(log))
    await asyncio.sleep(0)
    loop.call_later(2, task.cancel, "after the child's timer")
    try:
        await task
    except BaseException as error:
        print(log, repr(error))


asyncio.run(main())
