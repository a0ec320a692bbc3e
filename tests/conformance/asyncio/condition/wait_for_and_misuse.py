# wait_for asks its question at every notify; without the lock waiting and notifying are refused.
import asyncio


async def main():
    condition = asyncio.Condition()
    stock, log = [], []

    async def consumer(n):
        async with condition:
            result = await condition.wait_for(lambda: (log.append(f"{n} looks"), len(stock) >= n)[1])
            log.append(f"{n} takes {[stock.pop() for _ in range(n)]} {result}")

    tasks = [asyncio.create_task(consumer(n)) for n in (2, 1, 3)]
    for item in range(6):
        await asyncio.sleep(1)
        async with condition:
            stock.append(item)
            condition.notify_all()
    await asyncio.gather(*tasks)
    print("\n".join(log))
    for coroutine in (condition.wait(), condition.wait_for(lambda: False)):
        try:
            await coroutine
        except RuntimeError as error:
            print(error)
    for call in (condition.notify, condition.notify_all, condition.release):
        try:
            call()
        except RuntimeError as error:
            print(error)
    print(await condition.wait_for(lambda: "true at once"))
    async with condition:
        try:
            await condition.wait_for(lambda: 1 / 0)
        except ZeroDivisionError as error:
            print(error, condition.locked())
    lock = asyncio.Lock()
    other = asyncio.Condition(lock)
    async with lock:
        print(other.locked(), await asyncio.gather(asyncio.sleep(0)), other.notify())


asyncio.run(main())
