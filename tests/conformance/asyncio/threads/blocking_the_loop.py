# time.sleep in a coroutine stops the loop and not the threads: their results, and all timers, come late.
import asyncio
import time


def work(seconds):
    time.sleep(seconds)
    print("worked", seconds, time.monotonic())
    return seconds


async def timer(seconds):
    await asyncio.sleep(seconds)
    print("timer", seconds, time.monotonic())


async def main():
    tasks = [asyncio.create_task(timer(0.5)), asyncio.create_task(asyncio.to_thread(work, 1)), asyncio.create_task(timer(1.5))]
    await asyncio.sleep(0.1)
    print("blocks", time.monotonic())
    time.sleep(2)
    print("blocked", time.monotonic())
    for task in tasks:
        print(await task, time.monotonic())


asyncio.run(main())
