# Reprs of queues in each state (their addresses hidden), odd sizes, and items of a priority queue that cannot be compared.
import asyncio


def shown(queue):
    text = repr(queue)
    head, _, tail = text.partition(" at 0x")
    return head + " " + " ".join(tail.split()[1:])


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind(2)
        print(shown(queue), queue.maxsize, queue.empty(), queue.full())
        getter = asyncio.create_task(queue.get())
        await asyncio.sleep(0)
        print(shown(queue))
        queue.put_nowait(2)
        await getter
        for n in (3, 1):
            await queue.put(n)
        putter = asyncio.create_task(queue.put(0))
        await asyncio.sleep(0)
        print(shown(queue), str(queue)[:7], queue.full())
        print([queue.get_nowait(), await queue.get()])
        await putter
        print(shown(queue), queue.get_nowait())
    for size in (0, -1, 1.5):
        queue = asyncio.Queue(size)
        for n in range(3):
            if not queue.full():
                queue.put_nowait(n)
        print(size, queue.qsize(), queue.maxsize, queue.full())
    priority = asyncio.PriorityQueue()
    priority.put_nowait((1, "b"))
    priority.put_nowait((1, "a"))
    try:
        priority.put_nowait((1, None))
    except TypeError as error:
        print(error, priority.qsize())
    try:
        while True:
            print(priority.get_nowait())
    except asyncio.QueueEmpty as error:
        print(repr(error))
    except TypeError as error:
        print("get:", error)
    try:
        asyncio.Queue("3")
        print("made")
        asyncio.Queue("3").full()
    except TypeError as error:
        print(error)


asyncio.run(main())
