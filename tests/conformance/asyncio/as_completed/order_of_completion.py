# as_completed gives results as they come; the futures it gives are not those it was given.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(work(n)) for n in (3, 1, 2)]
    for next_one in asyncio.as_completed(tasks):
        print(asyncio.iscoroutine(next_one), next_one in tasks)
        try:
            print(await next_one, loop.time())
        except ValueError as error:
            print("failed", error, loop.time())
    coroutines = list(asyncio.as_completed([work(1), work(4), work(0.5)]))
    print(len(coroutines), [await each for each in coroutines], loop.time())
    print([await each for each in asyncio.as_completed([])])
    print([await each for each in asyncio.as_completed(work(n) for n in (1, 0))])


asyncio.run(main())
