# join() waits until every item was reported done; too many reports are refused.
import asyncio


async def worker(n, queue, log):
    while True:
        item = await queue.get()
        await asyncio.sleep(item)
        log.append((n, item, asyncio.get_running_loop().time()))
        queue.task_done()


async def main():
    queue, log = asyncio.Queue(), []
    await queue.join()
    for item in (3, 1, 2, 1, 2):
        queue.put_nowait(item)
    print(str(queue))
    workers = [asyncio.create_task(worker(n, queue, log)) for n in range(2)]
    await queue.join()
    print(asyncio.get_running_loop().time(), log, str(queue))
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    try:
        queue.task_done()
    except ValueError as error:
        print(error)
    await queue.put("x")
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    print(await queue.get(), joiner.done())
    queue.task_done()
    queue.put_nowait("y")
    print(joiner.done())
    await joiner
    print("joined although there is a new item", queue.qsize())
    joiner = asyncio.create_task(queue.join())
    await asyncio.sleep(0)
    joiner.cancel()
    await asyncio.wait([joiner])
    print(joiner.cancelled())


asyncio.run(main())
