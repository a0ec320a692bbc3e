# A child that is cancelled raises CancelledError in who awaits the gather; the siblings go on. With return_exceptions it is a result.
import asyncio


async def work(n):
    try:
        await asyncio.sleep(n)
        print("done", n)
        return n
    except asyncio.CancelledError as error:
        print("cancelled", n, error.args)
        raise


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    loop.call_later(0.5, tasks[1].cancel, "only you")
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError as error:
        print("gather raised", error.args, asyncio.current_task().cancelling(), loop.time())
    await asyncio.sleep(5)
    print([task.cancelled() for task in tasks])
    tasks = [asyncio.create_task(work(n)) for n in (1, 2, 3)]
    tasks[0].cancel("before the first step")
    loop.call_later(0.5, tasks[2].cancel)
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(results, [type(result).__name__ for result in results], loop.time())


asyncio.run(main())
