# A thread holds a threading.Lock that a coroutine takes: the whole loop stands until it is free.
import asyncio
import threading
import time

lock = threading.Lock()


def holder():
    with lock:
        print("thread has it", time.monotonic())
        time.sleep(1)


async def ticker():
    for _ in range(3):
        await asyncio.sleep(0.3)
        print("tick", time.monotonic())


async def main():
    ticking = asyncio.create_task(ticker())
    holding = asyncio.create_task(asyncio.to_thread(holder))
    await asyncio.sleep(0.4)
    print("coroutine wants it", time.monotonic())
    with lock:
        print("coroutine has it", time.monotonic())
    await asyncio.gather(ticking, holding)


asyncio.run(main())
