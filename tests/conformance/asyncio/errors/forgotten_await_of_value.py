# conformance: stderr
# Using a coroutine as if it were its result.
import asyncio


async def price():
    return 3


async def main():
    print("total:", price() + 1)


asyncio.run(main())
