# First come, first served: who releases and asks again at once has to queue.
import asyncio


async def worker(name, lock, log, rounds):
    for _ in range(rounds):
        await lock.acquire()
        log.append(name)
        lock.release()


async def polite(name, lock, log, rounds):
    for _ in range(rounds):
        async with lock:
            log.append(name)
            await asyncio.sleep(0)


async def main():
    lock, log = asyncio.Lock(), []
    await asyncio.gather(*(worker(name, lock, log, 3) for name in "abc"))
    print("".join(log))
    log.clear()
    await asyncio.gather(*(polite(name, lock, log, 3) for name in "abc"))
    print("".join(log))
    log.clear()
    await lock.acquire()
    tasks = [asyncio.create_task(worker(name, lock, log, 2)) for name in "xy"]
    await asyncio.sleep(0)
    lock.release()
    print("released, but", lock.locked(), log)
    await lock.acquire()
    log.append("main")
    lock.release()
    await asyncio.gather(*tasks)
    print(log)


asyncio.run(main())
