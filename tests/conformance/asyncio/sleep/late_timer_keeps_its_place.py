# A sleep begun after a block ends later than timers that are already late, even if it is short.
import asyncio
import time


async def tick(name, seconds):
    await asyncio.sleep(seconds)
    print(name, asyncio.get_running_loop().time())


async def main():
    late = asyncio.create_task(tick("late", 1))
    await asyncio.sleep(0)
    time.sleep(5)
    short = asyncio.create_task(tick("short", 0.1))
    zero = asyncio.create_task(tick("zero", 0))
    await asyncio.sleep(0)
    print("main after one turn")
    await asyncio.gather(late, short, zero)


asyncio.run(main())
