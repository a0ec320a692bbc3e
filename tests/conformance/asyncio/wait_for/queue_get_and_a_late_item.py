# wait_for(queue.get()) when the item comes just before, with, and just after the deadline: the item is got or still there.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for at in (0.999, 1, 1.001):
        for order in ("put set first", "get first"):
            queue = asyncio.Queue()
            if order == "put set first":
                loop.call_later(at, queue.put_nowait, "item")
            task = asyncio.create_task(asyncio.wait_for(queue.get(), 1))
            await asyncio.sleep(0)
            if order == "get first":
                loop.call_later(at, queue.put_nowait, "item")
            try:
                got = await task
            except TimeoutError:
                got = "timeout"
            await asyncio.sleep(0.5)
            print(at, order, got, queue.qsize())
    lock = asyncio.Lock()
    await lock.acquire()
    loop.call_later(1, lock.release)
    try:
        print("lock", await asyncio.wait_for(lock.acquire(), 1))
    except TimeoutError:
        print("lock timeout")
    await asyncio.sleep(0.1)
    print(lock.locked())
    event = asyncio.Event()
    loop.call_later(1, event.set)
    try:
        print("event", await asyncio.wait_for(event.wait(), 1))
    except TimeoutError:
        print("event timeout", event.is_set())


asyncio.run(main())
