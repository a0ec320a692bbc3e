# Sleeps that end together wake in the order in which they were begun.
import asyncio


async def nap(name, *parts):
    for part in parts:
        await asyncio.sleep(part)
    print(name, asyncio.get_running_loop().time())


async def main():
    await asyncio.gather(*(nap(n, 1) for n in range(12)))
    print("--")
    await asyncio.gather(nap("0.3", 0.3), nap("0.1+0.2", 0.1, 0.2), nap("0.2+0.1", 0.2, 0.1), nap("3x0.1", 0.1, 0.1, 0.1))
    print("--")
    await asyncio.gather(nap("b", 2), nap("a", 1), nap("c", 3), nap("a2", 1), nap("1+1", 1, 1))


asyncio.run(main())
