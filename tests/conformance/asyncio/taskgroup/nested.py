# A group in a group: an inner failure comes out as a group in a group; the outer siblings are cancelled.
import asyncio


async def fail(n, error):
    await asyncio.sleep(n)
    raise error


async def inner(n):
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(n, ValueError(f"inner {n}")))
        group.create_task(asyncio.sleep(10))


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(inner(1))
            outer.create_task(inner(2))
            outer.create_task(fail(1, KeyError("outer")))
    except* ValueError as errors:
        print("values", repr(errors), loop.time())
    except* KeyError as errors:
        print("keys", repr(errors))
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as middle:
                middle.create_task(fail(1, ValueError("middle")))
                outer.create_task(fail(2, KeyError("too late")))
    except BaseExceptionGroup as errors:
        print(repr(errors), loop.time(), asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail(1, OSError("outer")))
            async with asyncio.TaskGroup() as middle:
                middle.create_task(asyncio.sleep(5))
                await asyncio.sleep(3)
    except BaseExceptionGroup as errors:
        print(repr(errors), loop.time(), asyncio.current_task().cancelling())


asyncio.run(main())
