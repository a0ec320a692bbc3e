# operations: 200000
# A lock that ten tasks take in turns.
import asyncio


async def work(lock):
    for _ in range(20_000):
        async with lock:
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(work(lock) for _ in range(10)))


asyncio.run(main())
print("done")
