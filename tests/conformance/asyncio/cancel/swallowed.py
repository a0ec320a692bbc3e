# A task may swallow its cancellation and return; two cancels before it runs are one.
import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("no!", attempt, asyncio.current_task().cancelling())
    return "stayed"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    task.cancel()
    task.cancel()
    await asyncio.sleep(1)
    task.cancel("message")
    await asyncio.sleep(0)
    print(task.done())
    print(await task, task.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())
