# Queues that store in their own way: _init, _put and _get may be overridden.
import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}
        print("init", maxsize)

    def _put(self, item):
        self._queue[item] = None

    def _get(self):
        item = next(iter(self._queue))
        del self._queue[item]
        return item


class Counting(asyncio.PriorityQueue):
    def __init__(self):
        super().__init__()
        self.puts = 0

    def _put(self, item):
        self.puts += 1
        super()._put(-item)

    def _get(self):
        return -super()._get()


class Named(asyncio.LifoQueue):
    def describe(self):
        return f"{type(self).__name__} of {self.qsize()}"


async def main():
    queue = UniqueQueue(2)
    for item in ("a", "b"):
        await queue.put(item)
    task = asyncio.create_task(queue.put("c"))
    await asyncio.sleep(0)
    print(queue.full(), queue.qsize(), str(queue))
    print(await queue.get(), await queue.get(), await queue.get(), queue.empty(), task.done())
    for _ in range(3):
        queue.task_done()
    await queue.join()
    counting = Counting()
    for n in (3, 1, 2):
        counting.put_nowait(n)
    print([counting.get_nowait() for _ in range(3)], counting.puts)
    try:
        counting.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    getter = asyncio.create_task(counting.get())
    await asyncio.sleep(0)
    await counting.put(7)
    print(await getter)
    named = Named()
    await named.put(1)
    print(named.describe(), await named.get())


asyncio.run(main())
