# Three stages over two queues, ended by sentinels; errors travel as items.
import asyncio

DONE = object()


async def source(out):
    for n in range(6):
        await asyncio.sleep(0.2)
        await out.put(n)
    await out.put(DONE)


async def stage(n, inbox, out):
    while True:
        item = await inbox.get()
        if item is DONE:
            await inbox.put(DONE)
            await out.put((n, DONE))
            return
        await asyncio.sleep(0.5 + n / 10)
        try:
            await out.put((n, 12 // (item - 2)))
        except ZeroDivisionError as error:
            await out.put((n, repr(error)))


async def main():
    first, second = asyncio.Queue(1), asyncio.Queue(1)
    tasks = [asyncio.create_task(source(first))] + [asyncio.create_task(stage(n, first, second)) for n in range(3)]
    ended = 0
    while ended < 3:
        n, item = await second.get()
        if item is DONE:
            ended += 1
        print(round(asyncio.get_running_loop().time(), 6), n, "DONE" if item is DONE else item)
    await asyncio.gather(*tasks)
    print(first.qsize(), second.qsize())


asyncio.run(main())
