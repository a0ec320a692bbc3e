# Condition.wait() cancelled while it waits, once notified, while it takes the lock back; Barrier.wait() cancelled while it fills
# and while it drains.
import asyncio


async def waiter(condition, log, name):
    try:
        async with condition:
            try:
                log.append((name, await condition.wait()))
            except asyncio.CancelledError:
                log.append((name, "cancelled, lock held:", condition.locked()))
                raise
            log.append((name, "leaves"))
    except asyncio.CancelledError:
        log.append((name, "out"))
        raise


async def conditions():
    for state in ("waiting", "notified", "taking the lock back", "twice"):
        condition, log = asyncio.Condition(), []
        tasks = [asyncio.create_task(waiter(condition, log, n)) for n in "abc"]
        await asyncio.sleep(0.1)
        if state == "waiting":
            tasks[0].cancel()
            await asyncio.sleep(0.1)
            async with condition:
                condition.notify(1)
        else:
            async with condition:
                condition.notify(1)
                if state == "notified":
                    tasks[0].cancel()
                else:
                    await asyncio.sleep(0.1)
                    tasks[0].cancel("one")
                    await asyncio.sleep(0.1)
                    log.append(("main", "still has the lock", tasks[0].done()))
                    if state == "twice":
                        tasks[0].cancel("two")
                        await asyncio.sleep(0.1)
        await asyncio.sleep(0.1)
        print(state, log, [task.done() for task in tasks], tasks[0].cancelled())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def at_barrier(barrier, log, name):
    try:
        log.append((name, await barrier.wait()))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise
    except asyncio.BrokenBarrierError as error:
        log.append((name, "broken", error.args))


async def barriers():
    for state in ("filling", "full", "draining"):
        barrier, log = asyncio.Barrier(3), []
        tasks = [asyncio.create_task(at_barrier(barrier, log, n)) for n in "ab"]
        await asyncio.sleep(0.1)
        if state == "filling":
            tasks[0].cancel()
            await asyncio.sleep(0.1)
        log.append(("waiting", barrier.n_waiting))
        more = [asyncio.create_task(at_barrier(barrier, log, n)) for n in "cd"]
        if state == "full":
            await asyncio.sleep(0)
            tasks[1].cancel()
        elif state == "draining":
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            tasks[1].cancel()
        await asyncio.sleep(0.1)
        print(state, log, barrier.n_waiting, barrier.broken)
        await barrier.abort()
        await asyncio.gather(*tasks, *more, return_exceptions=True)


async def main():
    await conditions()
    await barriers()


asyncio.run(main())
