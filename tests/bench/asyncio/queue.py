# operations: 400000
# Items through a queue of 100, one producer and one consumer.
import asyncio


async def produce(queue):
    for n in range(400_000):
        await queue.put(n)


async def consume(queue):
    total = 0
    for _ in range(400_000):
        total += await queue.get()
    return total


async def main():
    queue = asyncio.Queue(100)
    _, total = await asyncio.gather(produce(queue), consume(queue))
    print(total)


asyncio.run(main())
