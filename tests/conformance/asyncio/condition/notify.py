# notify wakes as many as it says, in order; they go on only when the lock is free.
import asyncio


async def waiter(n, condition, log):
    async with condition:
        log.append(f"{n} waits")
        result = await condition.wait()
        log.append(f"{n} {result} at {asyncio.get_running_loop().time()}")
        await asyncio.sleep(1)


async def main():
    condition, log = asyncio.Condition(), []
    tasks = [asyncio.create_task(waiter(n, condition, log)) for n in range(5)]
    await asyncio.sleep(0.5)
    async with condition:
        print(repr(condition).split("[")[1])
        condition.notify(2)
        log.append("notified two")
        await asyncio.sleep(1)
        log.append("lock is given back")
    await asyncio.sleep(5)
    async with condition:
        condition.notify()
    await asyncio.sleep(5)
    async with condition:
        condition.notify_all()
        condition.notify_all()
    await asyncio.gather(*tasks)
    print("\n".join(log))


asyncio.run(main())
