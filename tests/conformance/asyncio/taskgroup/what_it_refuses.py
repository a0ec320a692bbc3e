# Tasks before entering, after the end, while shutting down; entered twice; outside of a task.
import asyncio


async def work():
    await asyncio.sleep(1)


def attempt(group):
    coroutine = work()
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(str(error))
    finally:
        coroutine.close()


async def late(group):
    try:
        await asyncio.sleep(5)
    finally:
        attempt(group)


async def main():
    group = asyncio.TaskGroup()
    attempt(group)
    async with group:
        try:
            async with group:
                print("not reached")
        except RuntimeError as error:
            print(error)
    attempt(group)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(late(group))
            await asyncio.sleep(1)
            raise ValueError("body")
    except* ValueError as errors:
        print(errors.exceptions)
    try:
        with asyncio.TaskGroup():
            pass
    except TypeError as error:
        print(error)
    for wrong in (lambda: asyncio.TaskGroup(1), lambda: group.create_task(), lambda: group.create_task(1, 2)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
