# operations: 200000
# Tasks made and finished, in batches of a thousand.
import asyncio


async def nothing():
    pass


async def main():
    for _ in range(200):
        tasks = [asyncio.create_task(nothing()) for _ in range(1000)]
        for task in tasks:
            await task


asyncio.run(main())
print("done")
