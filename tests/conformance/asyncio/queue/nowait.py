# The calls that do not wait: full, empty, and waiters that were there before.
import asyncio


async def main():
    queue = asyncio.Queue(maxsize=2)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print(repr(error), queue.full())
    print(str(queue), queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error), queue.empty())
    log = []

    async def getter(n):
        log.append((n, await queue.get()))

    tasks = [asyncio.create_task(getter(n)) for n in range(2)]
    await asyncio.sleep(0)
    print(str(queue))
    queue.put_nowait("first")
    print("stolen", queue.get_nowait(), str(queue))
    queue.put_nowait("second")
    queue.put_nowait("third")
    await asyncio.gather(*tasks)
    print(log, str(queue))
    for wrong in (lambda: asyncio.Queue(1, 2), lambda: asyncio.Queue(loop=1), lambda: queue.put(), lambda: queue.put_nowait(1, 2), lambda: queue.get(1)):
        try:
            wrong()
        except TypeError as error:
            print(error)
    endless = asyncio.Queue(-1)
    for n in range(100):
        endless.put_nowait(n)
    print(endless.full(), endless.qsize(), asyncio.Queue("3").maxsize)


asyncio.run(main())
