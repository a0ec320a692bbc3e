# Results by argument, whoever ends first; futures, tasks and coroutines mix; one given twice runs once.
import asyncio


async def work(n, seconds):
    await asyncio.sleep(seconds)
    print("done", n, asyncio.get_running_loop().time())
    return n


async def main():
    print(await asyncio.gather(*(work(n, 3 - n) for n in range(3))))
    task = asyncio.create_task(work("task", 0.5))
    same = work("same", 1)
    print(await asyncio.gather(task, same, same, work("last", 0), task))
    print(await asyncio.gather())
    print(await asyncio.gather(work("one", 0.25)))
    finished = asyncio.create_task(work("early", 0))
    await asyncio.sleep(1)
    print(await asyncio.gather(finished, finished))


asyncio.run(main())
