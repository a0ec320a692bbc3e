# operations: 400000
# sleep(0) among a hundred tasks: every step goes through the ready queue.
import asyncio


async def spin():
    for _ in range(4000):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(spin() for _ in range(100)))


asyncio.run(main())
print("done")
