# A cancelled or timed out await of to_thread ends at once; the thread works on, and asyncio.run waits for it.
import asyncio
import time


def work(name):
    time.sleep(2)
    print(name, "worked on", time.monotonic())


async def main():
    try:
        await asyncio.wait_for(asyncio.to_thread(work, "timed out"), 0.5)
    except TimeoutError:
        print("timeout", time.monotonic())
    task = asyncio.create_task(asyncio.to_thread(work, "cancelled"))
    await asyncio.sleep(0.25)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", time.monotonic())


asyncio.run(main())
print("run ended", time.monotonic())
