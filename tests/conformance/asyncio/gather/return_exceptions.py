# With return_exceptions=True all are waited for, and exceptions are results.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n % 2:
        raise ValueError(f"odd {n}")
    return n * 10


async def main():
    results = await asyncio.gather(*map(work, [2, 1, 4, 3]), return_exceptions=True)
    print(results, asyncio.get_running_loop().time())
    for result in results:
        if isinstance(result, Exception):
            print("failed:", result, type(result).__name__)
    task = asyncio.create_task(work(9))
    task.cancel()
    print(await asyncio.gather(task, work(0), return_exceptions=True))


asyncio.run(main())
