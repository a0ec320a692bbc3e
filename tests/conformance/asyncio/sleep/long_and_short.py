# The clock jumps: a day costs nothing, and many sleeps keep their sum exact.
import asyncio


async def ticks():
    n = 0
    while n < 10:
        await asyncio.sleep(0.1)
        n += 1
    print("ten tenths", asyncio.get_running_loop().time())


async def year():
    await asyncio.sleep(365 * 24 * 3600)
    print("a year", asyncio.get_running_loop().time())


async def third():
    for _ in range(3):
        await asyncio.sleep(1 / 3)
    print("three thirds", asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(year(), ticks(), third(), asyncio.sleep(1))


asyncio.run(main())
