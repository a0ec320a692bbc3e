# Three kinds of limits around one another, each made the one that strikes.
import asyncio


async def worker(log, seconds):
    try:
        await asyncio.sleep(seconds)
        log.append("worked")
        return seconds
    except asyncio.CancelledError:
        log.append(f"worker cancelled at {asyncio.get_running_loop().time():g}")
        raise


async def trial(outer, middle, inner):
    log = []
    start = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(outer) as limit:
            async with asyncio.TaskGroup() as group:
                async def member():
                    try:
                        return await asyncio.wait_for(worker(log, 3), inner)
                    except TimeoutError as error:
                        log.append(("inner", type(error.__cause__).__name__))
                        return None

                first = group.create_task(member())
                async with asyncio.timeout(middle):
                    log.append(("body", await first))
    except BaseException as error:
        log.append((type(error).__name__, str(error)))
    log.append((limit.expired(), asyncio.current_task().cancelling()))
    print(outer, middle, inner, log, f"{asyncio.get_running_loop().time() - start:g}")


async def main():
    for limits in ((1, 2, 3.5), (2, 1, 3.5), (3.5, 2, 1), (4, 5, 6), (2, 2, 2), (None, 1, None)):
        await trial(*limits)


asyncio.run(main())
