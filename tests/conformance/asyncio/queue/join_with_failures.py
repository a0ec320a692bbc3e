# Workers that fail or are cancelled between get() and task_done(): join() waits for the count, not for the workers.
import asyncio


async def worker(queue, log, name):
    while True:
        item = await queue.get()
        try:
            await asyncio.sleep(item)
            if item == 2:
                raise ValueError(item)
            log.append((name, item))
        finally:
            if item != 3:
                queue.task_done()


async def main():
    queue, log = asyncio.Queue(), []
    for item in (1, 2, 1, 2, 1):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker(queue, log, n)) for n in "abc"]
    try:
        await asyncio.wait_for(queue.join(), 4)
    except TimeoutError:
        log.append("join timed out")
    print(log, queue.qsize(), [task.done() for task in workers], asyncio.get_running_loop().time())
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))
    queue = asyncio.Queue()
    await queue.join()
    print("nothing to wait for")
    queue.put_nowait(3)
    joiners = [asyncio.create_task(queue.join()) for _ in range(2)]
    await queue.get()
    await asyncio.sleep(1)
    print([task.done() for task in joiners], queue.empty())
    joiners[0].cancel()
    queue.task_done()
    queue.put_nowait(1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([task.done() for task in joiners], joiners[0].cancelled())
    try:
        queue.task_done()
        queue.task_done()
    except ValueError as error:
        print(error)


asyncio.run(main())
