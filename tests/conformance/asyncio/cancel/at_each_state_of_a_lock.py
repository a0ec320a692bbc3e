# A task that wants a lock is cancelled: before its first step, while it waits, in the turn in which the lock becomes free,
# after it was woken and before it runs, while it holds it, and after it gave it back.
import asyncio


async def user(lock, log, hold):
    try:
        async with lock:
            log.append("has it")
            await asyncio.sleep(hold)
        log.append("gave it back")
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        log.append(f"cancelled {error.args}")
        raise
    finally:
        log.append(f"locked={lock.locked()}")


async def trial(state):
    lock = asyncio.Lock()
    log = []
    if state not in ("first step", "holding", "after"):
        await lock.acquire()
    task = asyncio.create_task(user(lock, log, 1), name=state)
    other = asyncio.create_task(user(lock, other_log := [], 0), name="other")
    if state == "first step":
        task.cancel(state)
    elif state == "waiting":
        await asyncio.sleep(0.5)
        task.cancel(state)
        await asyncio.sleep(0)
        lock.release()
    elif state == "release then cancel":
        await asyncio.sleep(0.5)
        lock.release()
        task.cancel(state)
    elif state == "woken":
        await asyncio.sleep(0.5)
        lock.release()
        asyncio.get_running_loop().call_soon(task.cancel, state)
        await asyncio.sleep(0)
    elif state == "cancel then release":
        await asyncio.sleep(0.5)
        task.cancel(state)
        lock.release()
    elif state == "holding":
        await asyncio.sleep(0.5)
        task.cancel(state)
    else:
        await asyncio.sleep(1.5)
        task.cancel(state)
    results = await asyncio.gather(task, other, return_exceptions=True)
    print(state, results, log, other_log, lock.locked(), asyncio.get_running_loop().time())


async def main():
    for state in ("first step", "waiting", "release then cancel", "woken", "cancel then release", "holding", "after"):
        await trial(state)


asyncio.run(main())
