# A producer and two consumers over a list, with polling.
import asyncio

queue, results = [], []
closed = False


async def produce(n):
    global closed
    for i in range(n):
        await asyncio.sleep(0.2)
        queue.append(i)
        print("put", i, asyncio.get_running_loop().time())
    closed = True


async def consume(name, pace):
    taken = 0
    while queue or not closed:
        if not queue:
            await asyncio.sleep(0.05)
            continue
        item = queue.pop(0)
        await asyncio.sleep(pace)
        results.append((name, item * item))
        taken += 1
    return name, taken


async def main():
    producer = asyncio.create_task(produce(6))
    print(await asyncio.gather(consume("fast", 0.15), consume("slow", 0.6)))
    await producer
    print(sorted(results, key=lambda r: r[1]), asyncio.get_running_loop().time())


asyncio.run(main())
