# The first failing child cancels its siblings and the body; cancelled ones are no errors.
import asyncio


async def work(n, fails=False):
    try:
        await asyncio.sleep(n)
        print("end", n)
        if fails:
            raise ValueError(f"child {n}")
    except asyncio.CancelledError:
        print("cancelled", n)
        raise


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work(1)), group.create_task(work(2, True)), group.create_task(work(3))]
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("body cancelled", loop.time(), asyncio.current_task().cancelling())
                raise
    except ExceptionGroup as group_error:
        print(repr(group_error), loop.time(), asyncio.current_task().cancelling())
        print(str(group_error), group_error.__cause__, repr(group_error.__context__))
    print([task.cancelled() for task in tasks])
    try:
        async with asyncio.TaskGroup() as group:
            for n in (1, 1, 2):
                group.create_task(work(n, True))
    except* ValueError as errors:
        print(len(errors.exceptions), errors.exceptions)


asyncio.run(main())
