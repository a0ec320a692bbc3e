# wait() with a timeout raises nothing: what is not done is pending; 0 still gives a turn; the end and the timer at one instant.
import asyncio


async def work(n):
    await asyncio.sleep(n)


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    loop = asyncio.get_running_loop()
    for timeout in (0, -1, 0.5, 1, 1.5, 2, None):
        tasks = [asyncio.create_task(work(n), name=f"t{n}") for n in (0, 1, 2)]
        start = loop.time()
        done, pending = await asyncio.wait(tasks, timeout=timeout)
        print(timeout, names(done), names(pending), loop.time() - start)
        for task in pending:
            task.cancel()
        await asyncio.sleep(5)
    done, pending = await asyncio.wait(tasks, timeout=1)
    print("already done:", len(done), len(pending), loop.time() % 1)


asyncio.run(main())
