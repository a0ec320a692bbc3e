# operations: 100000
# A hundred thousand tasks that sleep, all at once, gathered.
import asyncio


async def sleeper(n):
    await asyncio.sleep(1 + n % 10)
    return n


async def main():
    print(sum(await asyncio.gather(*(sleeper(n) for n in range(100_000)))))


asyncio.run(main())
