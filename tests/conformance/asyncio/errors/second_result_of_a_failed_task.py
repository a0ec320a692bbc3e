# The traceback of a failed task is given once: who awaits it again sees only where that was.
import asyncio
import traceback


async def fails():
    await asyncio.sleep(0)
    raise KeyError("no")


async def main():
    task = asyncio.create_task(fails())
    for _ in range(3):
        try:
            await task
        except KeyError as error:
            print([(frame.name, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)])
    await task


asyncio.run(main())
