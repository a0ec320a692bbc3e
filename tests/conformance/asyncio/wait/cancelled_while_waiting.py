# Cancelling who waits leaves the tasks alone.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def waiter(tasks):
    try:
        await asyncio.wait(tasks, timeout=10)
    except asyncio.CancelledError:
        print("waiter cancelled", [task.done() for task in tasks])
        raise


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(work(n)) for n in (1, 3)]
    task = asyncio.create_task(waiter(tasks))
    await asyncio.sleep(2)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), await tasks[1], loop.time())
    # Cancelled in the turn in which the wait is over.
    tasks = [asyncio.create_task(work(1))]
    task = asyncio.create_task(waiter(tasks))
    tasks[0].add_done_callback(lambda t: task.cancel())
    await asyncio.wait([task])
    print(task.cancelled(), loop.time())
    tasks = [asyncio.create_task(work(1))]
    task = asyncio.create_task(waiter(tasks))
    await asyncio.sleep(0)
    tasks[0].add_done_callback(lambda t: task.cancel())
    await asyncio.wait([task])
    print(task.cancelled(), loop.time())


asyncio.run(main())
