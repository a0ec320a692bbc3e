# When main ends, what still runs is cancelled together and given time for its cleanup.
import asyncio


async def worker(name, cleanup):
    try:
        print(name, "works")
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "cancelled at", asyncio.get_running_loop().time())
        raise
    finally:
        await asyncio.sleep(cleanup)
        print(name, "clean at", asyncio.get_running_loop().time())


async def main():
    asyncio.create_task(worker("a", 2))
    asyncio.create_task(worker("b", 1))
    await asyncio.sleep(3)
    asyncio.create_task(worker("late", 0.5))
    print("main ends")
    return "result"


print(asyncio.run(main()))
