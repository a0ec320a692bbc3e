# Who calls acquire() between a release and the waiter's next step has to queue; many take turns in the order of their asking.
import asyncio


async def greedy(lock, log, name, rounds):
    for n in range(rounds):
        await lock.acquire()
        log.append(f"{name}{n}")
        await asyncio.sleep(0)
        lock.release()


async def main():
    lock, log = asyncio.Lock(), []
    await asyncio.gather(*(greedy(lock, log, name, 3) for name in "abc"))
    print(log)
    log.clear()
    await lock.acquire()
    waiter = asyncio.create_task(greedy(lock, log, "w", 1))
    await asyncio.sleep(0)
    lock.release()
    print("locked after release:", lock.locked())
    barger = asyncio.create_task(greedy(lock, log, "b", 1))
    await lock.acquire()
    log.append("main")
    lock.release()
    await asyncio.gather(waiter, barger)
    print(log)

    async def callback_user():
        async with lock:
            log.append("callback's")

    log.clear()
    await lock.acquire()
    asyncio.get_running_loop().call_soon(lambda: log.append(("callback sees", lock.locked())))
    first = asyncio.create_task(callback_user())
    second = asyncio.create_task(callback_user())
    await asyncio.sleep(1)
    first.cancel()
    lock.release()
    await asyncio.gather(first, second, return_exceptions=True)
    print(log, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
