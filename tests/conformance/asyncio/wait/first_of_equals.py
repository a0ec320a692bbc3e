# wait() when several end in one turn, when some have ended before, with timeouts at the same instant, and its sets.
import asyncio


async def job(n, seconds, error=None):
    await asyncio.sleep(seconds)
    if error:
        raise error
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    loop = asyncio.get_running_loop()

    def make(*specs):
        return [loop.create_task(job(name, *spec), name=name) for name, *spec in specs]

    for mode in ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"):
        for timeout in (None, 0, 1, 1.5):
            tasks = make(("a", 1), ("b", 1), ("c", 2, ValueError("c")), ("d", 3))
            began = loop.time()
            done, pending = await asyncio.wait(tasks, timeout=timeout, return_when=mode)
            print(mode, timeout, names(done), names(pending), f"{loop.time() - began:g}")
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    tasks = make(("x", 0), ("y", 1))
    await asyncio.sleep(0.5)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait({tasks[0]}, timeout=0)
    print(names(done), names(pending))
    rounds = []
    pending = set(make(("p", 1), ("q", 2), ("r", 2)))
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        rounds.append((names(done), loop.time()))
    print(rounds)


asyncio.run(main())
