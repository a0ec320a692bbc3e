# get() and put() cancelled while they wait, when an item came in the same turn, and after the future was woken: no item is lost,
# and the next waiter has its turn.
import asyncio


async def getter(queue, log, name):
    try:
        log.append((name, await queue.get()))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def putter(queue, log, name, item):
    try:
        await queue.put(item)
        log.append((name, "put"))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def gets(order):
    queue, log = asyncio.Queue(), []
    tasks = [asyncio.create_task(getter(queue, log, n)) for n in ("first", "second", "third")]
    await asyncio.sleep(0.1)
    for step in order:
        if step == "put":
            queue.put_nowait(len(log) + 1)
        elif step == "turn":
            await asyncio.sleep(0)
        else:
            tasks[int(step)].cancel()
    await asyncio.sleep(0.1)
    print(order, log, queue.qsize(), [task.done() for task in tasks])
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def puts(order):
    queue, log = asyncio.Queue(1), []
    queue.put_nowait("old")
    tasks = [asyncio.create_task(putter(queue, log, n, n)) for n in ("first", "second", "third")]
    await asyncio.sleep(0.1)
    for step in order:
        if step == "get":
            try:
                log.append(("main", queue.get_nowait()))
            except asyncio.QueueEmpty:
                log.append(("main", "empty"))
        elif step == "turn":
            await asyncio.sleep(0)
        else:
            tasks[int(step)].cancel()
    await asyncio.sleep(0.1)
    print(order, log, queue.qsize(), [task.done() for task in tasks])
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    for order in (["put", "0"], ["0", "put"], ["put", "turn", "0"], ["put", "put", "0", "1"], ["1", "put", "0"], ["0", "1", "put", "turn", "put"]):
        await gets(order)
    for order in (["get", "0"], ["0", "get"], ["get", "turn", "0"], ["get", "get", "0"], ["1", "get", "0", "turn", "get"]):
        await puts(order)


asyncio.run(main())
