# A cancelled waiter takes the lock again before it leaves, however long that takes; cancelled again meanwhile, once is enough.
import asyncio


async def waiter(condition, log):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError as error:
            log.append(f"cancelled {error.args} locked {condition.locked()} at {asyncio.get_running_loop().time()}")
            raise


async def main():
    condition, log = asyncio.Condition(), []
    task = asyncio.create_task(waiter(condition, log))
    await asyncio.sleep(1)
    async with condition:
        task.cancel("first")
        await asyncio.sleep(1)
        task.cancel("second")
        await asyncio.sleep(1)
        log.append("lock is given back")
    await asyncio.wait([task])
    print(log, task.cancelled(), condition.locked())
    # Notified and cancelled in one turn: the notification is lost on it.
    log.clear()
    one, two = (asyncio.create_task(waiter(condition, log)) for _ in range(2))
    await asyncio.sleep(1)
    async with condition:
        condition.notify(1)
        one.cancel("just now")
    await asyncio.sleep(1)
    print(log, one.cancelled(), two.done())
    two.cancel()
    await asyncio.wait([two])
    print(log)


asyncio.run(main())
