# The loop was blocked beyond both the timeout and the end: the inner task's end and the timer are both due.
import asyncio
import time


async def work(n):
    await asyncio.sleep(n)
    return n


async def blocker(at, length):
    await asyncio.sleep(at)
    time.sleep(length)


async def main():
    loop = asyncio.get_running_loop()
    for n, timeout in ((2, 3), (3, 2), (2, 2)):
        start = loop.time()
        asyncio.create_task(blocker(1, 4))
        try:
            print(n, timeout, await asyncio.wait_for(work(n), timeout), loop.time() - start)
        except TimeoutError:
            print(n, timeout, "timeout", loop.time() - start)
        await asyncio.sleep(10)


asyncio.run(main())
