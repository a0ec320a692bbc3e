# A timeout is entered once, within a task.
import asyncio


async def main():
    cm = asyncio.timeout(1)
    print(cm)
    async with cm:
        pass
    try:
        async with cm:
            print("not reached")
    except RuntimeError as error:
        print(error)
    fresh = asyncio.timeout(1)
    try:
        fresh.reschedule(1)
    except RuntimeError as error:
        print(error)
    try:
        with asyncio.timeout(1):
            pass
    except TypeError as error:
        print(error)
    print(type(fresh).__name__, type(fresh).__module__, isinstance(fresh, asyncio.Timeout), asyncio.timeouts.Timeout is asyncio.Timeout)


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as error:
    print(error)
