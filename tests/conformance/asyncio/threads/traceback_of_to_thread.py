# conformance: stderr
# An error in a worker thread reaches the awaiting coroutine with the frames of both.
import asyncio


def inner():
    raise OSError("no file")


def work():
    inner()


async def middle():
    await asyncio.to_thread(work)


async def main():
    async with asyncio.timeout(5):
        await middle()


asyncio.run(main())
