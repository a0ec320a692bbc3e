# Another exception in the body passes; one raised while the cancel is handled hides the timeout.
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as cm:
            raise KeyError("body")
    except KeyError as error:
        print(repr(error), cm.expired(), cm)
    try:
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(5)
            finally:
                raise ValueError("cleanup")
    except ValueError as error:
        print(repr(error), repr(error.__context__), cm.expired(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise asyncio.CancelledError("my own")
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    try:
        async with asyncio.timeout(1):
            raise asyncio.CancelledError("by hand")
    except asyncio.CancelledError as error:
        print(repr(error), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(5):
                raise TimeoutError("mine")
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())
