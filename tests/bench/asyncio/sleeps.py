# operations: 50000
# Five times a gather of 10,000 sleeps of 10 ms. On a real clock the 50 ms of waiting are no work, and are not counted.
import asyncio


async def main():
    for _ in range(5):
        await asyncio.gather(*(asyncio.sleep(0.01) for _ in range(10_000)))


asyncio.run(main())
print("done")
