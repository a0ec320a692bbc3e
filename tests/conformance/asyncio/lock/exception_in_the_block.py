# An exception in the block releases the lock; so does a cancel; a lock that is held makes the others wait in line.
import asyncio


async def fails(lock):
    async with lock:
        await asyncio.sleep(1)
        raise ValueError("in the block")


async def next_one(lock, log):
    async with lock:
        log.append(asyncio.get_running_loop().time())
        await asyncio.sleep(5)


async def main():
    lock, log = asyncio.Lock(), []
    tasks = [asyncio.create_task(fails(lock))] + [asyncio.create_task(next_one(lock, log)) for _ in range(3)]
    await asyncio.sleep(2)
    tasks[1].cancel()
    tasks[2].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([repr(result) for result in results], log, lock.locked())


asyncio.run(main())
