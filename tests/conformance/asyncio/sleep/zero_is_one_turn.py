# sleep(0) gives the others exactly one turn.
import asyncio


async def steps(name, n):
    for i in range(n):
        print(name, i, end="; ")
        await asyncio.sleep(0)
    print(name, "done", end="; ")


async def straight():
    print("no await", end="; ")


async def main():
    await asyncio.gather(steps("a", 3), steps("b", 1), steps("c", 2))
    print()
    asyncio.create_task(steps("d", 2))
    print("made", end="; ")
    await straight()
    await asyncio.sleep(0)
    print("main", end="; ")
    await asyncio.sleep(-1)
    print("main again", end="; ")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(asyncio.get_running_loop().time())


asyncio.run(main())
