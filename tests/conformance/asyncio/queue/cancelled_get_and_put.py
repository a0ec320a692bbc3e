# A cancelled get or put leaves its line; one that was just served passes the chance on.
import asyncio


async def getter(name, queue, log):
    try:
        log.append((name, await queue.get()))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def putter(name, queue, log):
    try:
        await queue.put(name)
        log.append((name, "put"))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def main():
    queue, log = asyncio.Queue(1), []
    tasks = [asyncio.create_task(getter(name, queue, log)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    queue.put_nowait("item")
    tasks[0].cancel()
    await asyncio.sleep(1)
    print(log, str(queue))
    queue.put_nowait("left") if not queue.full() else None
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, str(queue))
    log.clear()
    queue = asyncio.Queue(1)
    queue.put_nowait("full")
    tasks = [asyncio.create_task(putter(name, queue, log)) for name in "xyz"]
    await asyncio.sleep(0)
    print(str(queue))
    tasks[1].cancel()
    print(queue.get_nowait())
    tasks[0].cancel()
    await asyncio.sleep(1)
    print(log, str(queue))
    print(queue.get_nowait())
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, str(queue))
    try:
        await asyncio.wait_for(asyncio.Queue().get(), 1)
    except TimeoutError:
        print("timeout", asyncio.get_running_loop().time())


asyncio.run(main())
