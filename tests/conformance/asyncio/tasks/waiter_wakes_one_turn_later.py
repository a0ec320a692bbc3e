# Who awaits a task goes on one turn after the task has ended; others may run between.
import asyncio


async def child(name):
    print(name, "runs")
    return name


async def waits(task, name):
    result = await task
    print(name, "has", result)


async def main():
    task = asyncio.create_task(child("child"))
    asyncio.create_task(waits(task, "first waiter"))
    asyncio.create_task(waits(task, "second waiter"))
    asyncio.create_task(child("after"))
    for turn in range(4):
        print("turn", turn)
        await asyncio.sleep(0)
    chain = asyncio.create_task(waits(asyncio.create_task(waits(asyncio.create_task(child("deep")), "mid")), "top"))
    turns = 0
    while not chain.done():
        turns += 1
        await asyncio.sleep(0)
    print("turns", turns)


asyncio.run(main())
