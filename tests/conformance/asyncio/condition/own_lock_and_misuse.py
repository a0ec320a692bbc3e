# A Condition over a lock that is used elsewhere as well; predicates; what it refuses.
import asyncio


async def consumer(condition, items, log, name):
    async with condition:
        await condition.wait_for(lambda: items)
        log.append((name, items.pop(0), asyncio.get_running_loop().time()))


async def main():
    lock = asyncio.Lock()
    condition, items, log = asyncio.Condition(lock), [], []
    tasks = [asyncio.create_task(consumer(condition, items, log, n)) for n in "abc"]
    await asyncio.sleep(1)
    async with lock:
        print(condition.locked(), lock.locked())
        items.append(1)
        condition.notify(2)
        await asyncio.sleep(1)
    await asyncio.sleep(1)
    print(log)
    async with condition:
        items.extend([2, 3])
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(log)
    for attempt in (lambda: condition.notify(), lambda: condition.notify_all(), lambda: asyncio.Condition("lock"), lambda: condition.release()):
        try:
            attempt()
        except Exception as error:
            print(type(error).__name__, error)
    for make in (condition.wait, lambda: condition.wait_for(lambda: True)):
        try:
            print(await make())
        except RuntimeError as error:
            print(error)

    async def fails():
        async with condition:
            await condition.wait_for(lambda: 1 / 0)

    try:
        await fails()
    except ZeroDivisionError as error:
        print(error, condition.locked())
    async with condition:
        try:
            await asyncio.wait_for(condition.wait(), 1)
        except TimeoutError:
            print("timed out; locked:", condition.locked())


asyncio.run(main())
