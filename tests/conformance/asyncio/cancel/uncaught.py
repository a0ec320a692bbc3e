# conformance: stderr
# A cancelled task awaited by main ends the program with CancelledError.
import asyncio


async def sleeper():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(1)
    task.cancel()
    await task


asyncio.run(main())
