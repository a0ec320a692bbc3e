# Permits given back in one turn go to those who waited, in order; newcomers of that turn wait behind them.
import asyncio


async def user(semaphore, log, name, hold):
    async with semaphore:
        log.append(f"+{name}")
        await asyncio.sleep(hold)
        log.append(f"-{name}")


async def main():
    semaphore, log = asyncio.Semaphore(2), []
    await asyncio.gather(*(user(semaphore, log, n, 1 + n % 2) for n in range(6)))
    print(log, asyncio.get_running_loop().time())
    log.clear()
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    first = asyncio.create_task(user(semaphore, log, "first", 0))
    await asyncio.sleep(0)
    semaphore.release()
    print("locked:", semaphore.locked())
    late = asyncio.create_task(user(semaphore, log, "late", 0))
    await asyncio.sleep(0)
    await asyncio.gather(first, late)
    print(log)
    for size in (0, 1, 3):
        log.clear()
        semaphore = asyncio.Semaphore(size)
        tasks = [asyncio.create_task(user(semaphore, log, n, 0)) for n in range(4)]
        await asyncio.sleep(1)
        for _ in range(2):
            semaphore.release()
        await asyncio.sleep(1)
        semaphore.release()
        await asyncio.sleep(1)
        print(size, log, [task.done() for task in tasks])
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for wrong in (-1, "x", None):
        try:
            asyncio.Semaphore(wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        pass
    try:
        bounded.release()
    except ValueError as error:
        print(error)


asyncio.run(main())
