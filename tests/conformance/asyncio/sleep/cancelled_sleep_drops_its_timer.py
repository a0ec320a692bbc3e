# A cancelled sleep leaves nothing behind: the clock does not wait for its old deadline.
import asyncio


async def sleeper(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "woken at", asyncio.get_running_loop().time())
        raise


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(sleeper(n, 100 + n)) for n in range(3)]
    await asyncio.sleep(1)
    for task in reversed(tasks):
        task.cancel()
    await asyncio.sleep(0.5)
    print([task.cancelled() for task in tasks], loop.time())
    await asyncio.sleep(200)
    print("end", loop.time())


asyncio.run(main())
