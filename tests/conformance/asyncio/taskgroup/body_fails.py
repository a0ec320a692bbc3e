# An exception in the body joins the group with those of children; a single one is wrapped as well.
import asyncio


async def fails_in_cleanup(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise KeyError(n)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(5))
            await asyncio.sleep(1)
            raise ZeroDivisionError("body")
    except BaseExceptionGroup as error:
        print(type(error).__name__, error, error.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails_in_cleanup(1))
            group.create_task(fails_in_cleanup(2))
            await asyncio.sleep(1)
            raise ZeroDivisionError("body")
    except* KeyError as errors:
        print("keys", errors.exceptions)
    except* ZeroDivisionError as errors:
        print("zero", errors.exceptions)
    try:
        async with asyncio.TaskGroup():
            raise ValueError("no children")
    except ExceptionGroup as error:
        print(error, error.exceptions, error.exceptions[0].__traceback__ is not None)


asyncio.run(main())
