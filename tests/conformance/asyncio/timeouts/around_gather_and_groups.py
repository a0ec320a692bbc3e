# A timeout around gather, TaskGroup and wait_for: children are cancelled, cleanup is waited for.
import asyncio


async def work(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError:
        print("cancelled", n, asyncio.get_running_loop().time())
        await asyncio.sleep(0.25)
        raise


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2):
            await asyncio.gather(work(1), work(3), work(4))
    except TimeoutError:
        print("gather", loop.time())
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                for n in (1, 3, 4):
                    group.create_task(work(n))
    except TimeoutError:
        print("group", loop.time())
    try:
        async with asyncio.timeout(2):
            await asyncio.wait_for(work(9), 5)
    except TimeoutError:
        print("wait_for", loop.time())
    try:
        async with asyncio.TaskGroup() as group:
            async with asyncio.timeout(1):
                group.create_task(work(2))
                await asyncio.sleep(5)
    except* TimeoutError as errors:
        print("timeout in the group's body", errors.exceptions, loop.time())


asyncio.run(main())
