# A task factory makes every task, also those of gather, wait_for and groups.
import asyncio

made = []


def factory(loop, coroutine, context=None):
    task = asyncio.Task(coroutine, loop=loop, context=context)
    made.append(coroutine.__name__)
    return task


async def one():
    await asyncio.sleep(1)
    return 1


async def two():
    return 2


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    task = asyncio.create_task(one(), name="named")
    print(task.get_name(), await task)
    print(await asyncio.gather(one(), two()))
    print(await asyncio.wait_for(two(), 1))
    async with asyncio.TaskGroup() as group:
        group.create_task(two(), name="in group")
    print(await asyncio.ensure_future(two()), made)
    loop.set_task_factory(None)
    await asyncio.create_task(two())
    print(made)


asyncio.run(main())
