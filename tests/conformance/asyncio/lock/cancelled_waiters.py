# A waiter that is cancelled leaves the queue; cancelled in the turn in which it is handed the lock, it passes it on.
import asyncio


async def waiter(name, lock, log):
    try:
        async with lock:
            log.append(f"{name} has it")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise


async def main():
    lock, log = asyncio.Lock(), []
    await lock.acquire()
    tasks = [asyncio.create_task(waiter(name, lock, log)) for name in "abcd"]
    await asyncio.sleep(0)
    print(repr(lock).split("[")[1])
    tasks[1].cancel()
    await asyncio.sleep(0)
    print(repr(lock).split("[")[1], log)
    lock.release()
    tasks[0].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, lock.locked())
    log.clear()
    # All who wait are cancelled at once.
    await lock.acquire()
    tasks = [asyncio.create_task(waiter(name, lock, log)) for name in "xyz"]
    await asyncio.sleep(0)
    lock.release()
    for task in tasks:
        task.cancel()
    print("free for the taking:", lock.locked(), await lock.acquire())
    lock.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, lock.locked())


asyncio.run(main())
