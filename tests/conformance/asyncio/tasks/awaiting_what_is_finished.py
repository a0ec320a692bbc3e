# Awaiting a finished task or a coroutine that never waits does not let others run.
import asyncio


async def quick(value):
    return value


async def noisy():
    print("noisy ran")


async def main():
    done = asyncio.create_task(quick(1))
    await asyncio.sleep(0)
    print("done", done.done())
    asyncio.create_task(noisy())
    print(await done, await done, await quick(2))
    print("noisy has not run yet")
    await asyncio.create_task(quick(3))
    print("now it has")


asyncio.run(main())
