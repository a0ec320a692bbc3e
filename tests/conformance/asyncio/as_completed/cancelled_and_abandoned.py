# conformance: stderr
# A cancelled one raises at its await; leaving the loop early leaves coroutines that nobody awaits.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return n


async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    asyncio.get_running_loop().call_later(1.5, tasks[2].cancel)
    results = []
    for each in asyncio.as_completed(tasks):
        try:
            results.append(await each)
        except asyncio.CancelledError as error:
            results.append(repr(error))
    print(results)
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    for each in asyncio.as_completed(tasks):
        print("first:", await each)
        break
    print([task.done() for task in tasks])
    await asyncio.gather(*tasks)


asyncio.run(main())
