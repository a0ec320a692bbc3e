# One task that waits in each way there is, cancelled half-way: what its `except` sees, and what becomes of that for which it waited.
import asyncio


async def child(log):
    try:
        await asyncio.sleep(2)
        return "child's"
    except asyncio.CancelledError as error:
        log.append(("child cancelled", error.args))
        raise
    finally:
        log.append("child over")


async def group(log):
    async with asyncio.TaskGroup() as group:
        group.create_task(child(log))
        group.create_task(child(log))


async def limited(log):
    async with asyncio.timeout(5):
        await child(log)


async def first(log):
    for each in asyncio.as_completed([child(log)]):
        return await each


async def main():
    loop = asyncio.get_running_loop()
    ways = {
        "await coroutine": lambda log: child(log),
        "await task": lambda log: loop.create_task(child(log)),
        "gather": lambda log: asyncio.gather(child(log), child(log)),
        "gather with exceptions": lambda log: asyncio.gather(child(log), child(log), return_exceptions=True),
        "wait": lambda log: asyncio.wait([loop.create_task(child(log))]),
        "wait_for": lambda log: asyncio.wait_for(child(log), 5),
        "shield": lambda log: asyncio.shield(child(log)),
        "timeout": limited,
        "group": group,
        "as_completed": first,
        "future": lambda log: loop.create_future(),
        "nothing": lambda log: asyncio.sleep(0),
    }

    async def waits(make, log):
        try:
            log.append(("got", await make(log)))
            await asyncio.sleep(2)
        except BaseException as error:
            log.append((type(error).__name__, error.args, asyncio.current_task().cancelling()))
            raise

    for name, make in ways.items():
        log = []
        task = loop.create_task(waits(make, log))
        await asyncio.sleep(1)
        task.cancel("why")
        await asyncio.wait([task])
        log.append((task.cancelled(), loop.time()))
        await asyncio.sleep(2)
        print(name, log, len(asyncio.all_tasks()))


asyncio.run(main())
