# What a task does not understand is thrown back at the coroutine as RuntimeError.
import asyncio


class Yields:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        got = yield self.what
        return got


def generator():
    yield


async def attempt(what):
    try:
        return await Yields(what)
    except RuntimeError as error:
        return str(error).split(" in task")[0].split(" at 0x")[0]


async def itself(box):
    try:
        await box[0]
    except RuntimeError as error:
        return str(error).split(":")[0]


async def main():
    future = asyncio.get_running_loop().create_future()
    for what in (None, 1, "text", future, generator()):
        print(await asyncio.create_task(attempt(what)))
    box = []
    box.append(asyncio.create_task(itself(box)))
    print(await box[0])
    future.cancel()


asyncio.run(main())
