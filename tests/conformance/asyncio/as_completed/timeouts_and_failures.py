# as_completed: equal times, failures in the middle, a timeout with some done, left early, and what it refuses.
import asyncio


async def job(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error
    return name


async def collect(things, timeout=None):
    got = []
    for each in asyncio.as_completed(things, timeout=timeout):
        try:
            got.append(await each)
        except Exception as error:
            got.append(type(error).__name__)
    return got


async def main():
    loop = asyncio.get_running_loop()
    print(await collect([job("c", 3), job("a", 1), job("b", 1), job("d", 0)]))
    print(await collect([job("a", 1, ValueError()), job("b", 1), job("c", 2, KeyError())]), loop.time())
    tasks = [loop.create_task(job(n, n)) for n in (1, 2, 3)]
    print(await collect(tasks, timeout=2), [task.done() for task in tasks], loop.time())
    print(await collect(tasks), loop.time())
    print(await collect([]), await collect(tasks[:1], timeout=0))
    tasks = [loop.create_task(job(n, n)) for n in (1, 2)]
    for each in asyncio.as_completed(tasks):
        print(type(each).__name__, await each)
        break
    each.close()
    tasks[1].cancel()
    await asyncio.sleep(0)
    waits = list(asyncio.as_completed([job("x", 1), job("y", 2)]))
    print(len(waits), await waits[1], await waits[0])
    for wrong in (lambda: asyncio.as_completed(tasks[0]), lambda: asyncio.as_completed(3), lambda: asyncio.as_completed([3])):
        try:
            for each in wrong():
                print(await each)
        except TypeError as error:
            print(error)
    cancelled = loop.create_task(job("z", 5))
    loop.call_later(1, cancelled.cancel, "z")
    for each in asyncio.as_completed([cancelled, job("w", 2)]):
        try:
            print(await each)
        except asyncio.CancelledError as error:
            print("cancelled", error.args, asyncio.current_task().cancelling())


asyncio.run(main())
