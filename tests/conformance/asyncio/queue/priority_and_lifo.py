# PriorityQueue gives the smallest, LifoQueue the last; ties by what comes next in the tuple; what cannot be compared.
import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def main():
    queue = asyncio.PriorityQueue()
    for item in ((3, "c"), (1, "z"), (2, "b"), (1, "a"), (3, "a")):
        await queue.put(item)
    print(str(queue))
    print([queue.get_nowait() for _ in range(5)])
    jobs = asyncio.PriorityQueue()
    for n, name in enumerate("abcdefgh"):
        jobs.put_nowait(Job(n % 3, name))
    print([(job.priority, job.name) for job in (jobs.get_nowait() for _ in range(8))])
    stack = asyncio.LifoQueue(3)
    for n in range(3):
        stack.put_nowait(n)
    print(str(stack), stack.full(), [await stack.get() for _ in range(3)])
    try:
        for item in ((1, {}), (1, {})):
            queue.put_nowait(item)
    except TypeError as error:
        print(error, queue.qsize())
    print(isinstance(stack, asyncio.Queue), asyncio.LifoQueue.__name__, asyncio.Queue[int] is not None)

    async def waits():
        return await stack.get()

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    stack.put_nowait("one")
    stack.put_nowait("two")
    print(await task, stack.get_nowait())


asyncio.run(main())
