# A bounded queue: who puts waits for room, who gets for items; the order in which they are served.
import asyncio


async def producer(name, queue, items, log):
    for item in items:
        await queue.put((name, item))
        log.append(f"{name} put {item} size {queue.qsize()}")


async def consumer(queue, log, count):
    for _ in range(count):
        item = await queue.get()
        log.append(f"got {item}")
        await asyncio.sleep(0.5)


async def main():
    queue, log = asyncio.Queue(2), []
    print(queue.maxsize, queue.empty(), queue.full(), queue.qsize())
    await asyncio.gather(producer("a", queue, range(4), log), producer("b", queue, range(3), log), consumer(queue, log, 7))
    print("\n".join(log))
    print(queue.empty(), asyncio.get_running_loop().time())


asyncio.run(main())
