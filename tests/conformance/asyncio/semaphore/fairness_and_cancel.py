# A released slot belongs to who waited first; cancelled in that turn, it goes to the next.
import asyncio


async def worker(name, semaphore, log, rounds=1):
    try:
        for _ in range(rounds):
            await semaphore.acquire()
            log.append(name)
            semaphore.release()
    except asyncio.CancelledError:
        log.append(name + " cancelled")
        raise


async def main():
    semaphore, log = asyncio.Semaphore(1), []
    await asyncio.gather(*(worker(name, semaphore, log, 3) for name in "abc"))
    print(log)
    log.clear()
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(name, semaphore, log)) for name in "wxyz"]
    await asyncio.sleep(0)
    tasks[2].cancel()
    semaphore.release()
    tasks[0].cancel()
    print("slot is promised:", semaphore.locked())
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, semaphore.locked(), repr(semaphore).split("[")[1])
    log.clear()
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(name, semaphore, log)) for name in "pqr"]
    await asyncio.sleep(0)
    for _ in range(3):
        semaphore.release()
    print(repr(semaphore).split("[")[1])
    await semaphore.acquire()
    log.append("main")
    await asyncio.gather(*tasks)
    print(log, repr(semaphore).split("[")[1])


asyncio.run(main())
