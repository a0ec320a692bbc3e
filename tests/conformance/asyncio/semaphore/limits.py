# At most so many at a time; the order is that of asking.
import asyncio


async def work(n, semaphore, running, log):
    async with semaphore:
        running.append(n)
        log.append((asyncio.get_running_loop().time(), n, len(running)))
        await asyncio.sleep(n % 3 + 1)
        running.remove(n)


async def main():
    semaphore, running, log = asyncio.Semaphore(3), [], []
    await asyncio.gather(*(work(n, semaphore, running, log) for n in range(8)))
    print(log)
    print(semaphore.locked(), repr(semaphore).split("[")[1])
    for _ in range(3):
        print(await semaphore.acquire(), semaphore.locked(), repr(semaphore).split("[")[1])
    task = asyncio.create_task(semaphore.acquire())
    await asyncio.sleep(0)
    print(repr(semaphore).split("[")[1])
    semaphore.release()
    print(repr(semaphore).split("[")[1], semaphore.locked())
    await task
    print(repr(semaphore).split("[")[1])


asyncio.run(main())
