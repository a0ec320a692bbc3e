# wait(): all, the first, the first exception; what is pending goes on.
import asyncio


async def work(n, fails=False):
    await asyncio.sleep(n)
    if fails:
        raise ValueError(n)
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    loop = asyncio.get_running_loop()
    for mode in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        tasks = [asyncio.create_task(work(n, n == 2), name=f"t{n}") for n in (1, 2, 3)]
        start = loop.time()
        done, pending = await asyncio.wait(tasks, return_when=mode)
        print(mode, names(done), names(pending), loop.time() - start, type(done).__name__ if False else isinstance(done, set))
        rest = await asyncio.wait(tasks)
        print(names(rest[0]), rest[1], loop.time() - start)
        tasks[1].exception()
    done, pending = await asyncio.wait({asyncio.create_task(work(1), name="x")}, return_when="FIRST_EXCEPTION")
    print(names(done), pending)


asyncio.run(main())
