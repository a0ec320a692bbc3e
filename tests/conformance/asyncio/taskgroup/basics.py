# A TaskGroup waits for its children; results are asked of the tasks; its repr along the way.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n * 10


async def main():
    loop = asyncio.get_running_loop()
    group = asyncio.TaskGroup()
    print(group)
    async with group as same:
        print(same is group, group)
        tasks = [group.create_task(work(n), name=f"w{n}") for n in (2, 1, 3)]
        print(group)
        await asyncio.sleep(1.5)
        print(group, tasks[1].done())
    print(group, [task.result() for task in tasks], loop.time())
    async with asyncio.TaskGroup():
        pass
    async with asyncio.TaskGroup() as group:
        inner = group.create_task(nested(group))
    print(inner.result().result(), loop.time())


async def nested(group):
    return group.create_task(work(1))


asyncio.run(main())
