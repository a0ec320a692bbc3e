# Many waiters of one event are woken in the order in which they waited; set and clear at once still wakes them; a second wait
# after a clear waits anew.
import asyncio


async def waiter(event, log, name, rounds):
    for n in range(rounds):
        log.append((name, n, await event.wait(), event.is_set(), asyncio.get_running_loop().time()))
        await asyncio.sleep(0)


async def main():
    event, log = asyncio.Event(), []
    tasks = [asyncio.create_task(waiter(event, log, name, 2)) for name in "abc"]
    await asyncio.sleep(1)
    event.set()
    event.clear()
    await asyncio.sleep(1)
    print(*log, sep="\n")
    print([task.done() for task in tasks])
    log.clear()
    event.set()
    await asyncio.sleep(1)
    print(*log, sep="\n")
    log.clear()
    await waiter(event, log, "main", 2)
    print(log, str(event)[-5:], repr(event)[:22])
    event.clear()
    results = await asyncio.gather(*(asyncio.wait_for(event.wait(), n) for n in (1, 2)), return_exceptions=True)
    print(results, asyncio.get_running_loop().time())
    event.set()
    event.set()
    print(await event.wait(), event.is_set())


asyncio.run(main())
