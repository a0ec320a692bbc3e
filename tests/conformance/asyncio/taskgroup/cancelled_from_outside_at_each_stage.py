# The task around a group is cancelled: in the body, while the group waits for its children, while they clean up, twice.
import asyncio


async def child(log, cleanup):
    try:
        await asyncio.sleep(3)
        log.append("child done")
    except asyncio.CancelledError:
        log.append(("child cancelled", asyncio.get_running_loop().time()))
        await asyncio.sleep(cleanup)
        log.append("child cleaned")
        raise


async def grouped(log, body):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(log, 1))
            group.create_task(child(log, 2))
            await asyncio.sleep(body)
            log.append("body over")
    except BaseException as error:
        log.append((type(error).__name__, error.args, asyncio.current_task().cancelling()))
        raise
    finally:
        log.append(("out", asyncio.get_running_loop().time()))


async def main():
    loop = asyncio.get_running_loop()
    for body, asks in ((2, (1,)), (0, (1,)), (2, (1, 1.5)), (0, (1, 2.5)), (0, (3,)), (0, (3.5,)), (2, (0,))):
        log = []
        began = loop.time()
        task = asyncio.create_task(grouped(log, body))
        for at in asks:
            loop.call_later(at, lambda at=at: log.append(("ask", at, task.cancel(at))))
        await asyncio.wait([task])
        print(body, asks, [entry if not isinstance(entry, tuple) else tuple(x - began if isinstance(x, float) and x > 20 else x for x in entry)
                           for entry in log], task.cancelled())
        await asyncio.sleep(began + 10 - loop.time())


asyncio.run(main())
